#!/usr/bin/python3
"""Prints the targets of the transfer engine beside what the rivals of the same run reach, and writes the table into RESULTS.md.

    table.py HARNESS [--quick] [--hundred-thousand]

HARNESS is a checkout of the bench harness (see README.md). The machine must be idle, and `cmake --preset release` done; what is measured is built
first. --quick: one run of each instead of three, 512 MiB instead of 2 GiB, 1,000 torrents instead of 10,000; writes
nothing. --hundred-thousand: 100,000 torrents besides, ours and raw libtorrent alone.
"""
import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.environ.get("TRIB_BUILD") or os.path.join(HERE, "..", "..", "build", "release")
RIVALS = ("qbittorrent", "transmission", "aria2", "deluge")
LIBTORRENT_RIVALS = ("qbittorrent", "deluge")
NO_TARGET = ("", "", True)


def figures_of(script, *arguments):
    """What a script beside this one prints in its last line, which is JSON; {} where it could not measure."""
    ran = subprocess.run([sys.executable, "-B", os.path.join(HERE, script), *arguments], stdout=subprocess.PIPE, text=True)
    print(ran.stdout, flush=True)
    try:
        return json.loads(ran.stdout.strip().splitlines()[-1])
    except (IndexError, ValueError):
        return {}


class Harness:
    def __init__(self, folder):
        self.folder = folder

    def run(self, script, *arguments):
        """The rows of a script of the harness, as its JSON tells them."""
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            subprocess.run([sys.executable, "-B", os.path.join(HERE, "run_bench.py"), self.folder, script, *arguments, "--json", out.name],
                           check=True, stdout=subprocess.DEVNULL)
            rows = json.load(out)
        for row in rows:
            if "error" in row:
                print(f"{script}: {row['client']}: {row['error']}", file=sys.stderr)
        return [row for row in rows if "error" not in row]


def median(rows, client, field, **where):
    values = [row[field] for row in rows if row["client"] == client and row.get(field) is not None
              and all(row.get(key) == value for key, value in where.items())]
    return statistics.median(values) if values else None


def spread(rows, client, field, **where):
    values = [row[field] for row in rows if row["client"] == client and all(row.get(key) == value for key, value in where.items())]
    return f"{min(values):.0f}–{max(values):.0f}" if values else "–"


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, ours, others, verdicts):
        """verdicts: (target in words, figure, whether it is met); a figure of None could not be had."""
        for target, figure, met in verdicts:
            word = "" if not target else "not measured" if figure is None else "met" if met else "MISSED"
            self.rows.append((what, ours, others, target, "–" if figure is None else figure, word))

    def ratio(self, what, unit, ours, floor, floor_name, target, at_most):
        if not ours or not floor:
            self.add(what, "–", "–", [(target[0], None, False)])
            return
        ratio = ours / floor
        met = ratio <= target[1] if at_most else ratio >= target[1]
        self.add(what, f"{ours:.4g} {unit}", f"{floor_name} {floor:.4g} {unit}", [(target[0], f"{ratio:.2f}", met)])

    def markdown(self):
        head = ("what", "ours", "beside", "target", "figure", "")
        lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
        return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in self.rows])


def throughput(harness, table, quick):
    size, runs = ("512M", "1") if quick else ("2G", "3")
    rows = harness.run("throughput.py", "--clients", ",".join(("raw", "tributary") + RIVALS), "--roles", "down", "--size", size, "--runs", runs)
    best = max(RIVALS, key=lambda name: median(rows, name, "MBps_transfer") or 0)
    ours = median(rows, "tributary", "MBps_transfer")
    what = f"download of {size}B over TCP (MB/s of the runs: {spread(rows, 'tributary', 'MBps_transfer')}, raw {spread(rows, 'raw', 'MBps_transfer')})"
    table.ratio(what, "MB/s", ours, median(rows, "raw", "MBps_transfer"), "raw libtorrent", ("≥ 0.98", 0.98), at_most=False)
    table.ratio(what, "MB/s", ours, median(rows, best, "MBps_transfer"), best, ("≥ 1.0 of the best rival", 1.0), at_most=False)
    cheapest = min((name for name in LIBTORRENT_RIVALS if median(rows, name, "cpu")), key=lambda name: median(rows, name, "cpu"), default=None)
    table.ratio("processor time of that download", "s", median(rows, "tributary", "cpu"), median(rows, cheapest, "cpu"), cheapest,
                ("≤ 1.0 of the best on libtorrent", 1.0), at_most=True)


def defaults(table, quick):
    """Ours against ours: the shipped defaults against TCP only."""
    arguments = ["--size", "256", "--runs", "1"] if quick else ["--size", "1024", "--runs", "5"]
    ratio = figures_of("fast_path.py", *arguments).get("ratio")
    table.add("throughput with the shipped defaults", "–", "TCP only", [("≥ 0.9 of TCP only", ratio and f"{ratio:.2f}", bool(ratio) and ratio >= 0.9)])


def scale(harness, table, quick):
    count, runs = ("1000", "1") if quick else ("10000", "3")
    clients = ("raw", "tributary", "qbittorrent")
    rows = harness.run("scale.py", "--clients", ",".join(clients), "--counts", count, "--runs", runs)
    of = lambda client, field: median(rows, client, field)  # noqa: E731
    many = f"{int(count):,} torrents"
    for name, limit in (("raw", 1.5), ("qbittorrent", 0.25)):
        table.ratio(f"start with {many} until all are listed", "s", of("tributary", "t_all"), of(name, "t_all"), name, (f"≤ {limit}", limit), at_most=True)
    for name, limit in (("raw", 1.6), ("qbittorrent", 0.5)):
        table.ratio(f"resident memory with {many} seeding", "MiB", of("tributary", "rss"), of(name, "rss"), name, (f"≤ {limit}", limit), at_most=True)
    table.ratio(f"one full list of {many}", "ms", of("tributary", "list_ms"), of("qbittorrent", "list_ms"), "qbittorrent", ("≤ 0.05", 0.05), at_most=True)
    stop = of("tributary", "stop_s")
    table.add(f"exit with {many}", f"{stop:.2f} s" if stop else "–", "", [("< 5 s", stop and f"{stop:.2f} s", bool(stop) and stop < 5)])
    table.add(f"idle with {many}", f"{of('tributary', 'idle_cpu_pct') or 0:.1f} % of a core", f"raw {of('raw', 'idle_cpu_pct') or 0:.1f} %", [NO_TARGET])
    web(table, count, of("qbittorrent", "list_ms"))


def web(table, count, rival_list_ms):
    """The list as other programs have it: by HTTP, every field."""
    figures = figures_of("web_delta.py", "--count", count)
    many = f"{int(count):,} torrents"
    table.ratio(f"one full list of {many} over the Web API (ours stopped, the rival's seeding)", "ms", figures.get("full_ms"), rival_list_ms, "qbittorrent",
                ("≤ 0.05", 0.05), at_most=True)
    delta = figures.get("delta_ms")
    table.add(f"delta over the Web API, 100 of {many} changed", delta and f"{delta:.1f} ms" or "–", "", [("< 10 ms", delta and f"{delta:.1f} ms", bool(delta) and delta < 10)])


def first_window(table, counts):
    figures = figures_of("first_window.py", "--counts", ",".join(counts))
    for count in counts:
        took = figures.get(count)
        table.add(f"painted window after the start, {int(count):,} torrents", took and f"{took:.2f} s" or "–", "", [("< 1 s", took and f"{took:.2f} s", bool(took) and took < 1)])


def window(table, quick):
    rows = "1000" if quick else "10000"
    figures = json.loads(subprocess.run([os.path.join(BUILD, "tests", "bench", "window_load"), rows], check=True, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout)
    worst = f"{figures['stall_ms']:.1f} ms, while {figures['stall_during'] or 'drawing'}"
    table.add(f"tick of the window, {int(rows):,} rows all changing, sorted by one that changes", f"{figures['tick_ms']:.1f} ms",
              f"worst {figures['tick_worst_ms']:.1f} ms", [("≤ 8 ms", f"{figures['tick_ms']:.1f} ms", figures["tick_ms"] <= 8)])
    table.add("longest stall while filtering, sorting, scrolling", worst, f"{figures['stalls_over_50_ms']} over 50 ms",
              [("≤ 50 ms", f"{figures['stall_ms']:.1f} ms", figures["stall_ms"] <= 50)])


def hundred_thousand(harness, table):
    rows = harness.run("scale.py", "--clients", "raw,tributary", "--counts", "100000", "--runs", "1", "--timeout", "900")
    listed = median(rows, "tributary", "t_all")
    others = f"raw {median(rows, 'raw', 't_all') or 0:.1f} s, {median(rows, 'raw', 'rss') or 0:.0f} MiB"
    ours = f"{listed:.1f} s, {median(rows, 'tributary', 'rss'):.0f} MiB, exit {median(rows, 'tributary', 'stop_s'):.1f} s" if listed else "failed"
    table.add("100,000 torrents: listed, memory, exit", ours, others, [("does not fail", ours, bool(listed))])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("harness")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--hundred-thousand", action="store_true")
    options = parser.parse_args()
    subprocess.run(["cmake", "--build", BUILD, "--target", "tributary", "tributaryd", "fill_session", "window_load"], check=True, stdout=subprocess.DEVNULL)
    harness, table = Harness(os.path.abspath(options.harness)), Table()
    window(table, options.quick)
    first_window(table, ["0", "1000"] if options.quick else ["0", "10000", "100000"])
    scale(harness, table, options.quick)
    throughput(harness, table, options.quick)
    defaults(table, options.quick)
    if options.hundred_thousand:
        hundred_thousand(harness, table)
    text = table.markdown()
    print(text)
    if options.quick:
        return
    commit = subprocess.run(["git", "-C", HERE, "rev-parse", "--short", "HEAD"], stdout=subprocess.PIPE, text=True).stdout.strip()
    with open(os.path.join(HERE, "RESULTS.md"), "w") as f:
        f.write(f"""# Measured

{datetime.date.today():%Y-%m-%d}, commit {commit}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, Debian's packages of the rivals; by
`tests/bench/table.py`. Medians of three runs, interleaved; each ratio is of one run of the program. Everything in a network namespace of its own,
DHT, peer exchange, local discovery, port mapping and encryption off, nothing queued. The window is drawn by Qt's offscreen platform; a tick is
processor time of the GUI thread.

{text}
""")


if __name__ == "__main__":
    main()
