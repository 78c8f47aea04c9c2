#!/usr/bin/env python3
"""Fails on a source file of more than 500 lines or a function of more than 60. budget_allowlist.txt names exceptions ("path" or
"path: function") and only shrinks: an entry that is no longer needed fails too. Tables of test rows (x_data) may be any length."""
import re

import lint

MAX_FILE = 500
MAX_FUNCTION = 60
ALLOWLIST = "tests/lint/budget_allowlist.txt"


def name_of(head):
    match = re.search(r"([~\w:]+|operator\W{1,3}|operator\s*\w+)\s*\($", head.split("(")[0] + "(")
    return match.group(1) if match else head[:60]


def over_budget(root):
    """{allowlist entry: finding}"""
    over = {}
    for path in lint.files(root, lint.TOPS, lint.CODE):
        text = lint.read(root, path)
        lines = text.count("\n")
        if lines > MAX_FILE:
            over[path] = f"{path}: {lines} lines; {MAX_FILE} is the most"
        if lines <= MAX_FUNCTION:
            continue
        for head, line, length in lint.Source(text).functions:
            name = name_of(head)
            if length > MAX_FUNCTION and not (path.startswith("tests/") and name.endswith("_data")):
                over[f"{path}: {name}"] = f"{path}:{line}: {name} has {length} lines; {MAX_FUNCTION} is the most"
    return over


def check(root):
    over = over_budget(root)
    allowlist = root / ALLOWLIST
    lines = allowlist.read_text(encoding="utf-8").splitlines() if allowlist.exists() else []
    allowed = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    bad = [finding for entry, finding in over.items() if entry not in allowed]
    bad += [f"{ALLOWLIST}: '{entry}' is no longer needed; remove it" for entry in sorted(allowed - set(over))]
    return bad


if __name__ == "__main__":
    lint.main("budget", check)
