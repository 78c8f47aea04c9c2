#!/usr/bin/python3
"""`cmake --install` into an empty prefix: what is there is what a desktop, a software centre and a service manager accept.

check_install.py BUILD_FOLDER
"""
import configparser
import gzip
import os
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APP_ID = "org.tributary.Tributary"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
EXPECTED = [
    "bin/tributary", "bin/tributaryd",
    "lib/systemd/user/tributaryd.service",
    "share/applications/tributary.desktop",
    "share/doc/tributary/changelog.gz", "share/doc/tributary/copyright",
    "share/doc/tributaryd/changelog.gz", "share/doc/tributaryd/copyright", "share/doc/tributaryd/tributaryd.conf.example",
    "share/icons/hicolor/scalable/apps/tributary.svg",
    *(f"share/icons/hicolor/{size}x{size}/apps/tributary.png" for size in SIZES),
    "share/man/man1/tributary.1", "share/man/man1/tributaryd.1",
    f"share/metainfo/{APP_ID}.metainfo.xml",
]
problems = []


def expect(what, holds):
    print(("ok      " if holds else "FAILED  ") + what)
    if not holds:
        problems.append(what)


def run(*command, environment=None):
    program = shutil.which(command[0])
    if not program:
        raise SystemExit(f"{command[0]} is not installed (packaging/debian-packages.txt names its package)")
    return subprocess.run([program, *map(str, command[1:])], capture_output=True, text=True, timeout=120, env={**os.environ, **(environment or {})})


def silent(what, *command, environment=None):
    """Succeeds and complains of nothing."""
    done = run(*command, environment=environment)
    words = (done.stdout + done.stderr).strip()
    expect(f"{what}: {done.returncode}{' ' + words if words else ''}", done.returncode == 0 and not words)


def files(prefix):
    return sorted(path.relative_to(prefix).as_posix() for path in prefix.rglob("*") if not path.is_dir())


def check_files(prefix):
    found = files(prefix)
    expect(f"nothing is missing {sorted(set(EXPECTED) - set(found))}", set(EXPECTED) <= set(found))
    expect(f"nothing else is there {sorted(set(found) - set(EXPECTED))}", set(found) <= set(EXPECTED))
    for path in found:
        mode = stat.S_IMODE((prefix / path).stat().st_mode)
        expect(f"{path} has mode {mode:o}", mode == (0o755 if path.startswith("bin/") else 0o644))
    expect("the example of the configuration is what the program prints",
           run(prefix / "bin/tributaryd", "--print-config").stdout == (prefix / "share/doc/tributaryd/tributaryd.conf.example").read_text())
    expect("the changes are the project's", gzip.decompress((prefix / "share/doc/tributary/changelog.gz").read_bytes()) == (ROOT / "CHANGELOG.md").read_bytes())


def check_starter(prefix):
    path = prefix / "share/applications/tributary.desktop"
    silent("desktop-file-validate", "desktop-file-validate", "--warn-kde", path)
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    entry = parser["Desktop Entry"]
    expect("links and files are named", set(entry["MimeType"].strip(";").split(";")) == {"application/x-bittorrent", "x-scheme-handler/magnet"})
    expect("several sources are handed over at once", entry["Exec"] == "tributary %U")
    for key in ("GenericName", "Comment", "Keywords"):
        expect(f"{key} is in Japanese, too", entry.get(key + "[ja]", entry[key]) != entry[key])
    expect("its icon is installed", (prefix / f"share/icons/hicolor/scalable/apps/{entry['Icon']}.svg").exists())


def check_icons(prefix):
    for size in SIZES:
        data = (prefix / f"share/icons/hicolor/{size}x{size}/apps/tributary.png").read_bytes()
        expect(f"icon of {size} pixels", data.startswith(b"\x89PNG") and struct.unpack(">II", data[16:24]) == (size, size))
    picture = prefix / "share/icons/hicolor/64x64/apps/tributary.png"
    colours = run("convert", picture, "-format", "%[pixel:p{2,32}] %[fx:p{0,0}.a] %[fx:mean>0.05]", "info:").stdout.split()
    expect(f"the icon is drawn: {colours}", len(colours) == 3 and colours[1:] == ["0", "1"])


def check_software_centre(prefix):
    path = prefix / f"share/metainfo/{APP_ID}.metainfo.xml"
    done = run("appstreamcli", "validate", "--no-net", "--no-color", path)
    expect(f"appstreamcli validate: {done.returncode} {done.stdout.strip()}", done.returncode == 0)
    expect("nothing is left to replace", "@" not in path.read_text().replace("@tributary", ""))


def check_service(prefix, scratch):
    path = prefix / "lib/systemd/user/tributaryd.service"
    unit = path.read_text()
    expect("the service starts the installed program", f"ExecStart={prefix}/bin/tributaryd\n" in unit)
    runtime = scratch / "runtime"
    runtime.mkdir(mode=0o700)
    silent("systemd-analyze verify --user", "systemd-analyze", "--user", "--man=no", "verify", path,
           environment={"XDG_RUNTIME_DIR": str(runtime), "HOME": str(scratch)})


def check_manual(prefix):
    for page in ("tributary", "tributaryd"):
        path = prefix / f"share/man/man1/{page}.1"
        done = run("groff", "-man", "-Tutf8", "-ww", "-z", path)
        expect(f"{page}(1): {done.stderr.strip() or 'no warnings'}", done.returncode == 0 and not done.stderr)
        text = run("groff", "-man", "-Tutf8", "-P-cbou", path).stdout
        expect(f"{page}(1) has nothing left to replace", "@" not in text)
        if page == "tributaryd":
            lines = [" ".join(line.split()) for line in text.replace("‐", "-").replace("−", "-").splitlines()]
            missing = [line for line in run(prefix / "bin/tributaryd", "--help").stdout.splitlines()
                       if line.strip() and " ".join(line.split()) not in lines]
            expect(f"tributaryd(1) says all that --help says {missing}", not missing)


def main():
    build = Path(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="trib-") as folder:
        prefix = Path(folder) / "usr"
        done = run("cmake", "--install", build, "--prefix", prefix)
        expect(f"cmake --install {done.stderr.strip()}", done.returncode == 0)
        check_files(prefix)
        check_starter(prefix)
        check_icons(prefix)
        check_software_centre(prefix)
        check_service(prefix, Path(folder))
        check_manual(prefix)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
