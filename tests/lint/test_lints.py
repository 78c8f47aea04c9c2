#!/usr/bin/env python3
"""Each lint on a small tree with planted sins: every sin is found, nothing else is, and a clean tree passes."""
import pathlib
import tempfile
import unittest

import check_budget
import check_layers
import check_packages
import check_translations
import check_words
import lint


class LintTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def expect(self, check, *fragments):
        """Exactly these findings, in any order, each containing its fragment."""
        findings = check(self.root)
        for fragment in fragments:
            self.assertTrue(any(fragment in finding for finding in findings), f"{fragment!r} not in {findings}")
        self.assertEqual(len(findings), len(fragments), findings)


class Layers(LintTest):
    def includes(self, path, *headers):
        self.write(path, "".join(f"#include <{h}>\n" if "." not in h else f'#include "{h}"\n' for h in headers))

    def test_legal_includes_pass(self):
        self.includes("core/torrent/a.cpp", "core/engine/b.h", "core/database/c.h", "libtorrent/session.hpp", "boost/asio.hpp", "QObject")
        self.includes("core/settings/a.h", "core/model/b.h")
        self.includes("ui/models/a.h", "ui/text/b.h", "core/engine/b.h", "QAbstractTableModel")
        self.includes("ui/transfers/a.h", "ui/shell/b.h", "ui/widgets/b.h", "ui/models/a.h", "QTableView")
        self.includes("core/remote/a.cpp", "core/engine/b.h", "boost/beast/http.hpp", "QObject")
        self.includes("app/main.cpp", "core/torrent/a.h", "ui/transfers/a.h", "QApplication")
        self.write("core/base/a.h", '// #include "core/model/b.h"\n/* #include <QObject> */\n')
        self.expect(check_layers.check)

    def test_wrong_arrows(self):
        self.includes("core/base/a.h", "core/model/b.h")
        self.includes("core/model/a.h", "core/engine/b.h")
        self.includes("core/engine/a.h", "core/torrent/b.h")
        self.includes("core/torrent/a.h", "ui/text/b.h", "tests/support/b.h")
        self.includes("ui/shell/a.h", "ui/transfers/b.h", "core/torrent/c.h", "app/d.h")
        self.includes("ui/transfers/a.h", "ui/add_torrent/b.h")
        self.includes("ui/settings/a.h", "ui/transfers/c.h")
        self.includes("ui/models/a.h", "ui/widgets/b.h")
        self.includes("ui/text/a.h", "ui/models/b.h")
        self.expect(check_layers.check, "core/base may not include core/model/b.h", "core/model may not include core/engine/b.h",
                    "core/engine may not include core/torrent/b.h", "core/torrent may not include ui/text/b.h",
                    "the product may not include tests/support/b.h", "ui/shell may not include ui/transfers/b.h",
                    "ui/shell may not include core/torrent/c.h", "ui/shell may not include app/d.h",
                    "ui/transfers may not include ui/add_torrent/b.h", "ui/settings may not include ui/transfers/c.h",
                    "ui/models may not include ui/widgets/b.h", "ui/text may not include ui/models/b.h")

    def test_foreign_headers_stay_at_home(self):
        self.includes("core/engine/a.h", "libtorrent/fwd.hpp")
        self.includes("core/model/a.h", "QString")
        self.includes("core/base/a.h", "boost/asio/io_context.hpp")
        self.includes("core/settings/a.h", "boost/multiprecision/cpp_int.hpp")
        self.includes("core/torrent/a.h", "sqlite3.h", "openssl/sha.h", "QtWidgets/QLabel")
        self.includes("ui/models/a.h", "QTreeView")
        self.expect(check_layers.check, "libtorrent/fwd.hpp belongs only", "QString belongs only", "boost/asio/io_context.hpp belongs only",
                    "boost/multiprecision/cpp_int.hpp belongs only", "sqlite3.h belongs only", "openssl/sha.h belongs only in no folder",
                    "QtWidgets/QLabel belongs only", "QTreeView belongs only")

    def test_a_folder_in_no_layer(self):
        self.includes("core/utils/a.h")
        self.includes("core/engine/a.h", "core/utils/a.h")
        self.expect(check_layers.check, "core/utils/a.h: in no layer", "core/utils/a.h is in no layer")


class Budget(LintTest):
    @staticmethod
    def function(name, lines):
        return f"void {name}(int a)\n{{\n" + "    a(\"}\"); // {\n" * (lines - 3) + "}\n"

    def test_within_budget(self):
        self.write("core/base/a.cpp", self.function("f", 60) * 2 + "// a\n" * 380)
        self.expect(check_budget.check)

    def test_long_files_and_functions(self):
        self.write("core/base/a.cpp", "int a();\n" * 501)
        self.write("ui/text/b.cpp", "namespace trib {\nclass C {\n" + self.function("C::f", 61) + "};\n}\n" + self.function("g", 60))
        self.expect(check_budget.check, "core/base/a.cpp: 501 lines", "ui/text/b.cpp:3: C::f has 61 lines")

    def test_constructors_operators_and_lambdas(self):
        lines = "    a();\n" * 59
        self.write("core/base/a.cpp", "A::A() : m_a{1}, m_b(2)\n{\n" + lines + "}\n")
        self.write("core/base/b.cpp", "bool operator==(A a, A b)\n{\n" + lines + "}\n")
        self.write("core/base/c.cpp", "void f(A a = {})\n{\n    g([&] {\n" + lines + "    });\n}\n")
        self.write("core/base/d.cpp", "template <class T>\nauto f(T t) -> std::vector<T>\n{\n" + lines + "}\n")
        self.expect(check_budget.check, "A::A has 62", "operator== has 62", "f has 64", "f has 63")

    def test_tables_of_rows_may_be_long(self):
        self.write("tests/core/base/tst_a.cpp", self.function("refuses_data", 200) + self.function("refuses", 61))
        self.expect(check_budget.check, "refuses has 61")

    def test_the_allowlist_only_shrinks(self):
        self.write("core/base/a.cpp", "int a();\n" * 501)
        self.write("core/base/b.cpp", self.function("f", 61))
        self.write(check_budget.ALLOWLIST, "# comment\ncore/base/a.cpp\ncore/base/b.cpp: f\n")
        self.expect(check_budget.check)
        self.write("core/base/b.cpp", self.function("f", 60))
        self.expect(check_budget.check, "'core/base/b.cpp: f' is no longer needed")


class Words(LintTest):
    def test_clean_code(self):
        self.write("core/base/a.h", """#pragma once
            // QEventLoop, instance() and `double` are words here; TODO(2): later
            namespace trib {
            inline constexpr int kA = 1;
            const char *const kNames[] = {"SIGNAL(a)", "static int x;"};
            class Amount { public: [[nodiscard]] static Result<Amount> parse(std::string_view text); int m_a = 0; static constexpr int kB{2}; };
            [[nodiscard]] inline Result<std::vector<int>> f() { Result<> r = failure(1); static const int table[] = {1}; return r; }
            template <class T>
            [[nodiscard]] Result<T> g(T t);
            } // namespace trib
            """)
        self.write("core/base/a.cpp", "#include \"core/base/a.h\"\nusing namespace std::chrono_literals;\nResult<std::vector<int>> f() { return g(); }\n"
                   "Result<Amount> Amount::parse(std::string_view text) { static_assert(true); return static_cast<int>(1); }\n"
                   "static int helper(int a);\nextern int other;\n")
        self.write("app/desktop_main.cpp", "int main() { return application.exec(); }\n")
        self.write("tests/core/base/tst_a.cpp", "void f() { QEventLoop loop; future.waitForFinished(); path(\"/tmp/x\"); }\n")
        self.write("package-lock.json", '{"packages": {"node_modules/a": {"version": "1.0.0", "integrity": "sha512-x"}}}')
        self.expect(check_words.check)

    def test_forbidden_words(self):
        sins = {"Foo::instance()->bar();": "no singletons", "QEventLoop loop;": "no nested", "dialog.exec();": "only in main",
                "menu->exec();": "only in main", "future.waitForFinished();": "nothing waits", "c(a, SIGNAL(b()));": "by pointer to member",
                "reply->ignoreSslErrors();": "always checked", "s.setPeerVerifyMode(QSslSocket::VerifyNone);": "always checked",
                "c.set_verify_mode(ssl::verify_none);": "always checked", "QMetaObject::invokeMethod(a, f, Qt::BlockingQueuedConnection);": "never wait"}
        self.write("ui/shell/a.cpp", "void f()\n{\n" + "\n".join(sins) + "\n}\n")
        self.write("tests/ui/tst_a.cpp", "void f() { connect(a, SLOT(b())); }\n")
        self.expect(check_words.check, *sins.values(), "tests/ui/tst_a.cpp:1: SLOT(")
        self.assertTrue(any(finding.startswith("ui/shell/a.cpp:3:") for finding in check_words.check(self.root)))

    def test_headers_do_not_use_namespaces(self):
        self.write("core/base/a.h", "using namespace std;\n")
        self.write("tests/support/b.h", "  using namespace std;\n")
        self.expect(check_words.check, "core/base/a.h:1", "tests/support/b.h:1")

    def test_mutable_state(self):
        sins = ["static int counter = 0;", "static QHash<int, int> cache;", "static std::atomic<int> n{0};", "static const char *name = nullptr;",
                "thread_local int depth = 0;", "static inline Foo *s_foo;"]
        for i, sin in enumerate(sins):
            self.write(f"core/base/a{i}.cpp", f"void f()\n{{\n    {sin}\n}}\n")
        self.write("core/base/b.cpp", "namespace {\nint g_counter = 0;\nstd::map<int, int> g_map;\nstd::mutex g_mutex;\nFoo *g_foo{};\n}\n")
        self.expect(check_words.check, *[f"core/base/a{i}.cpp:3" for i in range(len(sins))],
                    "core/base/b.cpp:2", "core/base/b.cpp:3", "core/base/b.cpp:4", "core/base/b.cpp:5")

    def test_floating_point_beside_money(self):
        self.write("core/base/a.cpp", "Amount<Token> a;\nvoid f() { double b = 1; }\n".replace("Amount<Token> a;", "void g(Amount<Token> a);"))
        self.write("tests/core/base/b.cpp", "void g(Amount<Token> a, float f);\n")
        self.write("core/base/c.cpp", "void f() { double b = 1; }\n")
        self.expect(check_words.check, "core/base/a.cpp:2: double", "tests/core/base/b.cpp:1: float")

    def test_results_are_nodiscard(self):
        self.write("core/base/a.h", "namespace trib {\nclass C {\npublic:\n    Result<> f();\n    static Result<std::vector<int>> g(int a);\n};\n"
                   "Result<int> h();\ninline trib::Result<> i() { return success(); }\n}\n")
        self.write("core/base/a.cpp", "#include \"core/base/a.h\"\nResult<> C::f() { return h(); }\nResult<int> h() { return 1; }\nnamespace {\nResult<> local() { return {}; }\n}\n")
        self.expect(check_words.check, "a.h:4: f", "a.h:5: g", "a.h:7: h", "a.h:8: i", "a.cpp:5: local")

    def test_todo_and_machine_paths(self):
        self.write("core/base/a.cpp", "// TODO: later\n// FIXME later\nconst char *const a = \"/home/me/x\"; // see /Users/x\nconst char *const b = \"https://a/tmp/b\";\n")
        self.write("tests/a.cpp", "// TODO later\n")
        self.expect(check_words.check, "a.cpp:1: TODO", "a.cpp:2: FIXME", "/home/ is", "/Users/ is", "tests/a.cpp:1: TODO")

    def test_lock_files_name_no_registry(self):
        lock = '{"packages": {"node_modules/a": {"version": "1", "resolved": "https://registry.example/a.tgz"}}}'
        self.write("tests/interop/package-lock.json", lock)
        self.write("package-lock.json", lock)
        self.expect(check_words.check, "tests/interop/package-lock.json", "package-lock.json: \"resolved\"")


class Packages(LintTest):
    def test_folders_with_sources_have_a_readme(self):
        for path in ("core/base/a.h", "ui/text/a.cpp", "tests/core/base/tst_a.cpp", "tests/lint/a.py", "app/main.cpp"):
            self.write(path, "")
        self.write("app/README.md", "# app\n")
        self.expect(check_packages.check, "core/base: no README.md", "ui/text: no README.md", "tests/lint: no README.md")


class Translations(LintTest):
    MESSAGE = "<message{a}><source>{s}</source><translation{b}>{t}</translation></message>"

    def ts(self, *messages):
        self.write("translations/tributary_ja.ts", '<?xml version="1.0"?><TS version="2.1"><context><name>c</name>' + "".join(messages) + "</context></TS>")

    def message(self, source, text, kind="", numerus=""):
        return self.MESSAGE.format(a=numerus, s=source, b=f' type="{kind}"' if kind else "", t=text)

    def test_no_folder_yet(self):
        self.expect(check_translations.check)

    def test_complete(self):
        self.ts(self.message("Add", "追加"), self.message("%n files", "<numerusform>%n 個</numerusform>", numerus=' numerus="yes"'))
        self.expect(check_translations.check)

    def test_incomplete(self):
        self.ts(self.message("A", "", "unfinished"), self.message("B", "b", "vanished"), self.message("C", "c", "obsolete"), self.message("D", ""),
                self.message("%n e", "<numerusform>e</numerusform><numerusform></numerusform>", numerus=' numerus="yes"'))
        self.expect(check_translations.check, "unfinished: 'A'", "vanished: 'B'", "obsolete: 'C'", "empty: 'D'", "empty: '%n e'")

    def test_nothing_translated(self):
        (self.root / "translations").mkdir()
        self.expect(check_translations.check, "no .ts file")


class Scanner(LintTest):
    def test_comments_and_strings_are_blank_and_lines_stay(self):
        text = 'a /* {\n} */ b("}") // }\n\'{\' R"x({)x" 1\'000 c\n'
        stripped = lint.strip(text)
        self.assertNotRegex(stripped, "[{}]")
        self.assertEqual(stripped.count("\n"), text.count("\n"))
        self.assertEqual(len(stripped), len(text))
        self.assertTrue(stripped.endswith(" c\n"))


if __name__ == "__main__":
    unittest.main()
