#!/usr/bin/env python3
"""Fails on a translation that is unfinished, empty, or of a text that the program no longer has, in translations/*.ts."""
import xml.etree.ElementTree as xml

import lint


def of_message(message):
    translation = message.find("translation")
    source = (message.findtext("source") or "").strip()
    if translation is None:
        return f"no translation of '{source}'"
    if translation.get("type") in ("unfinished", "vanished", "obsolete"):
        return f"{translation.get('type')}: '{source}'"
    forms = translation.findall("numerusform") or [translation]
    if any(not (form.text or "").strip() for form in forms):
        return f"empty: '{source}'"
    return None


def check(root):
    folder = root / "translations"
    if not folder.is_dir():
        return []
    files = sorted(folder.glob("*.ts"))
    bad = [] if files else ["translations: no .ts file"]
    for path in files:
        messages = list(xml.parse(path).iter("message"))
        bad += [] if messages else [f"{path.name}: no messages"]
        bad += [f"{path.name}: {finding}" for finding in map(of_message, messages) if finding]
    return bad


if __name__ == "__main__":
    lint.main("translations", check)
