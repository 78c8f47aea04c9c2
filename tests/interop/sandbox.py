"""A place to run real programs in: a network of its own, a process tree of its own, folders of its own, and an end.

enter() re-executes the script in new network and process namespaces. Nothing can leave the machine, no port clashes with another
run, and whatever was started dies with the script, even if the script is killed. Addresses are 198.18.7.x (RFC 2544) on `lo`:
clients treat 127/8 and 10/8 specially (no rate limits, refused peers), these they treat as the Internet.
"""
import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NETWORK = "198.18.7."
TRACKER_ADDRESS = NETWORK + "1"
ROOT = Path(__file__).resolve().parent.parent.parent
_MARK = "TRIB_INTEROP_SANDBOX"


class Failure(Exception):
    """What was expected did not happen. The message is for people."""


def enter(seconds):
    """Returns inside the sandbox; the script ends by itself, tidily, after `seconds`."""
    if os.environ.get(_MARK) != "1":
        os.environ[_MARK] = "1"
        # As root plain namespaces; else the user keeps his own id (some daemons refuse to be root) with the rights to set up `lo`.
        user = [] if os.geteuid() == 0 else ["--map-current-user", "--keep-caps"]
        os.execvp("unshare", ["unshare", *user, "--net", "--pid", "--fork", "--kill-child", "--", sys.executable, *sys.argv])
    setup = "link set lo up\n" + "".join(f"addr add {NETWORK}{n}/24 dev lo\n" for n in range(1, 13))
    subprocess.run(["ip", "-batch", "-"], input=setup.encode(), check=True, stdout=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    def out_of_time(*_):
        raise Failure(f"not finished after {seconds} s")

    signal.signal(signal.SIGALRM, out_of_time)
    signal.alarm(seconds)


@contextlib.contextmanager
def workspace():
    """A temporary folder, removed at the end. Paths in it are short enough for local sockets."""
    folder = Path(tempfile.mkdtemp(prefix="trib-"))
    folder.chmod(0o755)  # daemons that give up their rights must be able to pass
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(what, condition, timeout, step=0.1):
    """The first true value of condition(); Failure naming `what` when there is none in time."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"no {what} within {timeout} s")
        time.sleep(step)


def need(program):
    """The path of a program. Its absence is a failure, never a reason to skip."""
    path = shutil.which(program)
    if not path:
        raise Failure(f"{program} is not installed (packaging/debian-packages.txt names its package)")
    return path


def build_folder():
    return Path(os.environ.get("TRIB_BUILD") or ROOT / "build" / "release")


def our_program(name):
    path = build_folder() / "app" / name
    if not path.exists():
        raise Failure(f"{path} has not been built")
    return str(path)


def node_modules():
    path = Path(os.environ.get("TRIB_NODE_MODULES") or ROOT / "build" / "npm" / "node_modules")
    if not all((path / package).exists() for package in ("webtorrent", "@ctrl/qbittorrent")):
        raise Failure(f"{path} is not there: ./test installs it from tests/interop/package-lock.json")
    return path


def _die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


class Program:
    """One running program with its output in a file."""

    def __init__(self, argv, folder, pipe=False, env=None):
        folder.mkdir(parents=True, exist_ok=True)
        self.name = os.path.basename(argv[0])
        self.log = folder / "output.log"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                argv, cwd=folder, stdin=subprocess.PIPE if pipe else subprocess.DEVNULL, stdout=subprocess.PIPE if pipe else log,
                stderr=log, env={**os.environ, "HOME": str(folder), **(env or {})}, preexec_fn=_die_with_parent)

    @property
    def pid(self):
        return self.process.pid

    def check_alive(self):
        if self.process.poll() is not None:
            raise Failure(f"{self.name} ended with {self.process.returncode}: {self.last_words()}")

    def last_words(self):
        return self.log.read_bytes()[-800:].decode(errors="replace").strip() or "(no output)"

    def stop(self, timeout=20):
        """Asks it to end; its exit code, or None if it had to be killed."""
        code = self.process.poll()
        if code is None:
            self.process.terminate()
            try:
                code = self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()
        return code

    def kill(self):
        """kill -9."""
        self.process.kill()
        self.process.wait()
