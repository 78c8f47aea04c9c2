"""What the lints share: which files there are, C++ without its comments, and where its scopes begin and end."""
import pathlib
import re
import sys

TOPS = ("app", "core", "ui", "tests")
CODE = {".h", ".cpp"}


def files(root, tops, suffixes):
    """Paths below `tops`, relative to `root`, sorted; build trees and node_modules left out."""
    found = []
    for top in tops:
        base = root / top
        candidates = [base] if base.is_file() else base.rglob("*")
        for path in candidates:
            relative = path.relative_to(root)
            if path.suffix in suffixes and path.is_file() and not {"build", "node_modules"} & set(relative.parts):
                found.append(relative.as_posix())
    return sorted(found)


def read(root, path):
    return (root / path).read_text(encoding="utf-8", errors="replace")


TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|(?<=[0-9a-fA-F])\'', re.S)


def strip(text, strings=True):
    """`text` with comments (and the contents of strings) replaced by blanks: lines and columns stay."""
    def blank(match):
        token = match.group()
        if token == "'":
            return " "
        if token[0] == "/":
            return re.sub(r"[^\n]", " ", token)
        return token[0] + re.sub(r"[^\n]", " ", token[1:-1]) + token[-1] if strings else token
    return TOKEN.sub(blank, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
PREPROCESSOR = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.M)


class Source:
    """A scan of one C++ file by its braces. functions: (head, first line, lines); statements: (kind of scope, text, line)."""

    def __init__(self, text):
        clean = PREPROCESSOR.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), strip(text))
        self.functions, self.statements = [], []
        stack, start, parens = ["namespace"], 0, 0
        opened = None
        for match in re.finditer(r"[{}();]", clean):
            c, at = match.group(), match.start()
            if opened is not None:  # inside a function or an initialiser: only its end matters
                opened["depth"] += (c == "{") - (c == "}")
                if opened["depth"] == 0:
                    self._close(clean, opened, at)
                    start = at + 1 if opened["function"] else start
                    opened = None
            elif c in "()":
                parens += 1 if c == "(" else -1
            elif parens > 0:
                if c == "{":  # a default argument such as `Options options = {}`
                    opened = {"function": False, "depth": 1}
            elif c == "{":
                head = clean[start:at]
                if self._is_scope(head):
                    stack.append(SCOPE.search(re.sub(r"<[^<>]*>", "", head)).group(1))
                    self._statement(clean, stack[-2], start, at)
                    start = at + 1
                else:
                    opened = {"function": self._is_function(head), "depth": 1, "head": head, "start": start, "at": at, "scope": stack[-1]}
                    if opened["function"]:
                        self._statement(clean, stack[-1], start, at)
            elif c == "}":
                stack.pop() if len(stack) > 1 else None
                start = at + 1
            elif c == ";":
                self._statement(clean, stack[-1], start, at)
                start = at + 1

    @staticmethod
    def _is_scope(head):
        head = re.sub(r"^\s*template\s*<.*?>\s*(?=class|struct|union)", "", head, flags=re.S)
        return bool(SCOPE.search(head)) and "(" not in re.sub(r"\b(alignas|decltype|nodiscard|deprecated)\s*\([^)]*\)", "", head) and "=" not in head

    @staticmethod
    def _is_function(head):
        tail = head.rstrip()
        if re.search(r"\)\s*(noexcept\s*)?:[^:]", tail) and re.search(r"[\w>]$", tail) and not re.search(r"\b(const|noexcept|try)$", tail):
            return False  # the braces of a member in a constructor's initialiser list
        before = re.sub(r"\boperator\s*(\(\)|\W{1,3})", "operator", head)
        return "(" in head and "=" not in before.split("(")[0]

    def _close(self, clean, opened, at):
        if opened["function"]:
            first = line_of(clean, opened["start"] + len(opened["head"]) - len(opened["head"].lstrip()))
            self.functions.append((" ".join(opened["head"].split()), first, line_of(clean, at) - first + 1))

    def _statement(self, clean, scope, start, at):
        text = clean[start:at]
        bare = re.sub(r"^(\s*((public|protected|private)(\s+Q_SLOTS)?|Q_SIGNALS|Q_SLOTS)\s*:(?!:))*\s*", "", text)
        if bare:
            self.statements.append((scope, " ".join(bare.split()), line_of(clean, start + len(text) - len(bare))))


def main(name, check):
    """Runs check(root) -> findings; prints them; the exit status says whether there were any."""
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    findings = check(root)
    print("\n".join(findings) if findings else f"{name}: ok")
    sys.exit(1 if findings else 0)
