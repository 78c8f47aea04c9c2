#!/usr/bin/env python3
"""Fails on what the rules of CONTRIBUTING.md forbid and a pattern can see. Comments are not searched, except for TODO and machine paths."""
import json
import re

import lint

PRODUCT = ("app/", "core/", "ui/")
EVERYWHERE = PRODUCT + ("tests/",)


def in_main(path):
    return path.startswith("app/") and path.endswith("main.cpp")


RULES = [  # pattern, where, what to say, exception
    (r"\binstance\s*\(\s*\)", PRODUCT, "no singletons: hand it in by constructor", None),
    (r"\bQEventLoop\b", PRODUCT, "no nested event loops", None),
    (r"(\.|->)\s*exec\s*\(\s*\)", PRODUCT, "exec() belongs only in main", in_main),
    (r"\bwaitForFinished\s*\(", PRODUCT, "nothing waits for a future or a process", None),
    (r"\bBlockingQueuedConnection\b", PRODUCT, "threads exchange values and never wait for each other", None),
    (r"\b(SIGNAL|SLOT)\s*\(", EVERYWHERE, "connect by pointer to member", None),
    (r"\bignoreSslErrors\b|\bVerifyNone\b|\bverify_none\b|\bSSL_VERIFY_NONE\b", PRODUCT, "certificates are always checked", None),
]
HEADER_RULES = [(r"^\s*using\s+namespace\b", EVERYWHERE, "no `using namespace` in a header", None)]
MACHINE_PATH = re.compile(r"(?<![\w.])/(home|tmp|root|Users)/")
TODO = re.compile(r"\b(TODO|FIXME|XXX)\b(?!\(\d\))")
VARIABLE = re.compile(r"^(inline |static |thread_local |constinit )*[\w:]+(<.*>)?[\s*&]+\w+(\[\w*\])?\s*(=|\{|$)")
NOT_A_VARIABLE = re.compile(r"\b(const|constexpr|consteval|using|typedef|extern|friend|template|class|struct|enum|union|namespace|return|operator|static_assert|concept|case|goto|Q_OBJECT|Q_GADGET)\b")
STATIC_LOCAL = re.compile(r"^[ \t]*(?:static|thread_local)\s+(?!const\b|constexpr\b|consteval\b|assert)(?!.*\bconst\b\s*\w+\s*[;={])[^;(){}=]*[;={]", re.M)
STATIC_POINTER = re.compile(r"^[ \t]*(?:static|thread_local)\s+const\b[^;(){}=]*\*\s*\w+\s*[;={]", re.M)
INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)
RETURNS_RESULT = re.compile(r"^(?P<before>(?:[\w\[\]]+\s+|template\s*<.*?>\s*)*)(?:trib::)?Result<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>\s+(?P<name>[\w:~]+)\s*\(")


def by_pattern(path, code):
    rules = RULES + (HEADER_RULES if path.endswith(".h") else [])
    for pattern, where, message, allowed in rules:
        if path.startswith(where) and not (allowed and allowed(path)):
            for match in re.finditer(pattern, code, re.M):
                yield f"{path}:{lint.line_of(code, match.start())}: {match.group().strip()}: {message}"


def mutable_state(path, code, source):
    for match in [*STATIC_LOCAL.finditer(code), *STATIC_POINTER.finditer(code)]:
        yield f"{path}:{lint.line_of(code, match.end())}: {match.group().strip()}: no static mutable state"
    for scope, text, line in source.statements:
        if scope == "namespace" and "(" not in text.split("=")[0] and VARIABLE.match(text) and not NOT_A_VARIABLE.search(text.split("=")[0]) \
                and not text.startswith(("static ", "thread_local ")):
            yield f"{path}:{line}: {text}: no mutable state outside objects"


def unchecked_results(path, source, headers):
    """`headers`: what the file includes. A function that one of them declares is checked there."""
    for scope, text, line in source.statements:
        match = RETURNS_RESULT.match(text)
        if not match or scope == "enum" or "[[nodiscard]]" in match["before"] or "friend" in match["before"]:
            continue
        declared = path.endswith(".cpp") and ("::" in match["name"] or re.search(rf"\b{match['name']}\s*\(", headers))
        if not declared:
            yield f"{path}:{line}: {match['name']} returns a Result and is not [[nodiscard]]"


def money(path, code):
    if re.search(r"\bAmount\b", code):
        for match in re.finditer(r"\b(double|float)\b", code):
            yield f"{path}:{lint.line_of(code, match.start())}: {match.group()} in a file that names Amount"


def raw_text(path, text):
    for match in TODO.finditer(text):
        yield f"{path}:{lint.line_of(text, match.start())}: {match.group()} without a priority: write TODO(1), TODO(2) or TODO(3)"
    if path.startswith(PRODUCT):
        for match in MACHINE_PATH.finditer(text):
            yield f"{path}:{lint.line_of(text, match.start())}: {match.group()} is a path of one machine"


def lock_files(root):
    for path in lint.files(root, lint.TOPS + ("packaging", "package-lock.json"), {".json"}):
        if path.endswith("package-lock.json"):
            packages = json.loads(lint.read(root, path)).get("packages", {})
            if any("resolved" in entry for entry in packages.values()):
                yield f"{path}: \"resolved\" names a registry; leave these lines out"


def check(root):
    bad = list(lock_files(root)) if root.exists() else []
    texts = {path: lint.read(root, path) for path in lint.files(root, lint.TOPS, lint.CODE)}
    for path, text in texts.items():
        bad.extend(raw_text(path, text))
        code = lint.strip(text)
        bad.extend(by_pattern(path, code))
        bad.extend(money(path, code))
        if path.startswith(PRODUCT):
            source = lint.Source(text)
            bad.extend(mutable_state(path, code, source))
            headers = [texts.get(include, "") for include in INCLUDE.findall(text)]
            bad.extend(unchecked_results(path, source, "\n".join(headers)))
    return bad


if __name__ == "__main__":
    lint.main("words", check)
