#!/usr/bin/env python3
"""Fails on a folder with sources that has no README.md. In tests only the folders directly below it need one: the others mirror the tree."""
import pathlib

import lint


def needs_readme(folder):
    return folder.parts[0] != "tests" or (len(folder.parts) == 2 and folder.parts[1] not in ("app", "core", "ui"))


def check(root):
    folders = {pathlib.PurePosixPath(path).parent for path in lint.files(root, lint.TOPS, lint.CODE | {".py"})}
    missing = sorted(folder.as_posix() for folder in folders if needs_readme(folder) and not (root / folder / "README.md").is_file())
    return [f"{folder}: no README.md (5 to 20 lines: purpose, thread, may include, entry points, how to test)" for folder in missing]


if __name__ == "__main__":
    lint.main("packages", check)
