#!/usr/bin/env python3
"""Fails if a file includes a header that its layer may not see (ARCHITECTURE.md). A folder in no layer fails too."""
import re

import lint

VALUES = ["core/base", "core/model", "core/settings"]
CORE = VALUES + ["core/engine"]
PARTS = ["ui/text", "ui/models", "ui/widgets", "ui/shell"]  # what features of the window are made of

LAYERS = {  # folder: the project's folders that it may include beside itself
    "core/base": [],
    "core/database": ["core/base"],
    "core/model": ["core/base"],
    "core/settings": ["core/base", "core/model"],
    "core/engine": VALUES,
    "core/torrent": CORE + ["core/database"],
    "core/remote": CORE,
    "ui/text": VALUES,
    "ui/models": CORE + ["ui/text"],
    "ui/widgets": VALUES + ["ui/text", "ui/models"],
    "ui/shell": CORE + ["ui/text", "ui/models", "ui/widgets"],
    "ui/dialogs": CORE + PARTS,
    "ui/transfers": CORE + PARTS + ["ui/dialogs"],
    "ui/add_torrent": CORE + PARTS + ["ui/dialogs"],
    "ui/automation": CORE + PARTS + ["ui/dialogs"],
    "ui/create_torrent": CORE + PARTS + ["ui/dialogs"],
    "ui/desktop": CORE + PARTS + ["ui/dialogs"],
    "ui/feeds": CORE + PARTS + ["ui/dialogs"],
    "ui/import": CORE + PARTS + ["ui/dialogs"],
    "ui/about": CORE + PARTS + ["ui/dialogs"],
    "ui/log": CORE + PARTS + ["ui/dialogs"],
    "ui/settings": CORE + PARTS + ["ui/dialogs"],
    "ui/statistics": CORE + PARTS + ["ui/dialogs"],
    "app": ["core", "ui"],
}

QT = ["core/engine", "core/torrent", "core/remote", "ui", "app"]
WIDGETS = ["ui/widgets", "ui/shell", "ui/dialogs", "ui/transfers", "ui/add_torrent", "ui/automation", "ui/create_torrent", "ui/desktop", "ui/feeds", "ui/import", "ui/settings", "ui/about", "ui/log", "ui/statistics", "app"]
ONLY_IN = [  # what an include may begin with: the only folders that may use it
    (r"libtorrent/", ["core/torrent"]),
    (r"boost/", ["core/base", "core/torrent", "core/remote"]),
    (r"boost/(asio|beast)", ["core/torrent", "core/remote"]),
    (r"openssl/", []),  # TLS comes through Asio, hashes through libtorrent
    (r"sqlite3|sqlcipher/", ["core/database"]),
    (r"QDBus|QtDBus", ["ui/desktop"]),
    (r"Q[A-Z]|Qt[A-Z]", QT),
    (r"QtWidgets|Q(Abstract(Button|ItemView|ScrollArea|Slider|SpinBox)|Application|BoxLayout|ButtonGroup|Calendar\w*|CheckBox|ColorDialog|ComboBox"
     r"|CommandLinkButton|Completer|DataWidgetMapper|DateEdit|DateTimeEdit|Dial|Dialog\w*|DockWidget|DoubleSpinBox|ErrorMessage|FileDialog|Focus\w+"
     r"|FontComboBox|FontDialog|FormLayout|Frame|Graphics\w+|GridLayout|GroupBox|HBoxLayout|HeaderView|InputDialog|ItemDelegate|Label|Layout\w*"
     r"|LCDNumber|LineEdit|List(View|Widget)|MainWindow|Mdi\w+|Menu\w*|MessageBox|PlainTextEdit|Progress\w+|ProxyStyle|PushButton|RadioButton"
     r"|RubberBand|Scroll(Area|Bar)|Scroller|ShortcutEvent|SizeGrip|Slider|SpinBox|SplashScreen|Splitter\w*|Stacked\w+|StatusBar|Style"
     r"|StyleFactory|StyleOption\w*|StylePainter|Styled\w+|SystemTrayIcon|Tab(Bar|Widget)|Table(View|Widget)\w*|Text(Browser|Edit)|TimeEdit"
     r"|Tool(Bar|Box|Button|Tip)|Tree(View|Widget)\w*|UndoView|VBoxLayout|WhatsThis|Widget\w*|Wizard\w*)$", WIDGETS),
]
TOPS = ("app", "core", "ui")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^">]+)[">]', re.M)


def under(path, folder):
    return path == folder or path.startswith(folder + "/")


def layer(path):
    return max((name for name in LAYERS if under(path, name)), key=len, default=None)


def findings_of(me, include):
    mine, theirs = layer(me), layer(include)
    if include.startswith(tuple(top + "/" for top in TOPS)) and theirs is None:
        yield f"{me}: {include} is in no layer"
    if theirs and theirs != mine and not any(under(include, folder) for folder in LAYERS[mine]):
        yield f"{me}: {mine} may not include {include}"
    if include.startswith("tests/"):
        yield f"{me}: the product may not include {include}"
    for prefix, homes in ONLY_IN:
        if re.match(prefix, include) and not any(under(me, home) for home in homes):
            yield f"{me}: {include} belongs only in {', '.join(homes) or 'no folder'}"


def check(root):
    bad = []
    for me in lint.files(root, TOPS, lint.CODE):
        if layer(me) is None:
            bad.append(f"{me}: in no layer; add its folder to LAYERS")
            continue
        for include in INCLUDE.findall(lint.strip(lint.read(root, me), strings=False)):
            bad.extend(findings_of(me, include))
    return bad


if __name__ == "__main__":
    lint.main("layers", check)
