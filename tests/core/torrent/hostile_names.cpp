#include "tests/core/torrent/hostile_cases.h"

#include "tests/support/bencode.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace trib::test {

using namespace bencode;

namespace {

constexpr const char *kOverride = "\xE2\x80\xAE"; // U+202E
constexpr const char *kIsolate = "\xE2\x81\xA6";  // U+2066

[[nodiscard]] NameCase inRoot(std::string cause, const std::vector<std::string> &path, std::string expected)
{
    return {std::move(cause), torrentOfPaths({path}), {"root/" + std::move(expected)}};
}

[[nodiscard]] NameCase named(std::string cause, std::string_view name, std::string expected)
{
    return {std::move(cause), torrent(singleFile(name)), {std::move(expected)}};
}

[[nodiscard]] std::vector<NameCase> leavings()
{
    return {
        inRoot(".. as a folder", {"..", "a"}, "a"),
        inRoot("many .. in a row", {"..", "..", "..", "..", "etc", "passwd"}, "etc/passwd"),
        inRoot(".. in the middle", {"a", "..", "..", "..", "b"}, "a/b"),
        {".. as a file", torrentOfPaths({{"a"}, {".."}}), {"root/a", "root/_"}},
        {".. as a file after a folder that ends in dots", torrentOfPaths({{"a"}, {"b..", ".."}}), {"root/a", "root/_"}},
        {". as a file after a folder that ends in a dot", torrentOfPaths({{"a"}, {"b.", "."}}), {"root/a", "root/_"}},
        inRoot(". as a folder", {".", "a"}, "a"),
        inRoot(".. hidden behind a direction mark", {std::string("..") + kOverride, "a"}, "a"),
        inRoot(".. hidden behind an isolate", {std::string("..") + kIsolate, "a"}, "a"),
        inRoot("../ within one component", {"../../../etc/passwd"}, "......etcpasswd"),
        inRoot("an absolute path within one component", {"/etc/passwd"}, "etcpasswd"),
        inRoot("an absolute path by an empty component", {"", "etc", "passwd"}, "_/etc/passwd"),
        inRoot("an empty file name", {"a", ""}, "a/_"),
        inRoot("backslashes", {"..\\..\\windows\\system32"}, "....windowssystem32"),
        inRoot("a UNC path", {"\\\\server\\share\\a"}, "serversharea"),
        inRoot("a drive letter as a folder", {"C:", "windows", "a"}, "C_/windows/a"),
        inRoot("a drive letter in a file name", {"c:autoexec.bat"}, "c_autoexec.bat"),
        {"a torrent called .., its files beside it", torrent(with(multiFile({file({"a"})}, 5), "name", text(".."))), {"<hash>/a"}},
        {"a torrent called ../../etc", torrent(with(multiFile({file({"a"})}, 5), "name", text("../../etc"))), {"....etc/a"}},
        {"a torrent called /etc", torrent(with(multiFile({file({"a"})}, 5), "name", text("/etc"))), {"etc/a"}},
        {"an empty torrent name", torrent(with(multiFile({file({"a"})}, 5), "name", text(""))), {"_/a"}},
        named("a single file called ../a", "../a", "..a"),
        named("a single file called C:a", "C:a", "C_a"),
        {"a v2 tree with ..", torrent(v2({{"..", dictionary({{"a", leaf()}})}, {"b", leaf()}})), {"root/a", "root/b"}},
    };
}

[[nodiscard]] std::vector<NameCase> devices()
{
    return {
        named("a single file called CON", "CON", "_CON"),
        named("a torrent called nul.torrent.txt", "nul.torrent.txt", "_nul.torrent.txt"),
        {"a torrent folder called AUX", torrent(with(multiFile({file({"a"})}, 5), "name", text("AUX"))), {"_AUX/a"}},
        inRoot("a folder called COM1", {"COM1", "a"}, "_COM1/a"),
        inRoot("a file called LPT9.log", {"LPT9.log"}, "_LPT9.log"),
        inRoot("a device name with a space before its extension", {"prn .txt"}, "_prn .txt"),
        inRoot("a device name with a superscript digit", {"com\xC2\xB9"}, "_com\xC2\xB9"),
        inRoot("the console by its long name", {"conout$"}, "_conout$"),
        inRoot("a device name made by cutting a dot", {"nul."}, "_nul"),
        inRoot("a name that only begins like a device", {"console.txt"}, "console.txt"),
        inRoot("a device name with two digits", {"com10"}, "com10"),
        {"a v2 file called CON", torrent(v2({{"CON", leaf()}})), {"_CON"}},
    };
}

[[nodiscard]] std::vector<NameCase> characters()
{
    return {
        inRoot("a zero byte", {std::string("a\0b.exe", 7)}, "ab.exe"),
        inRoot("a line feed", {"a\nb"}, "a_b"),
        inRoot("an escape sequence", {"\x1b[31mred"}, "_[31mred"),
        inRoot("a delete character", {"a\x7f" "b"}, "a_b"),
        inRoot("a C1 control character", {"a\xC2\x9B" "b"}, "ab"),
        inRoot("a right-to-left override", {std::string("photo") + kOverride + "gpj.exe"}, "photogpj.exe"),
        inRoot("a directional isolate", {std::string("photo") + kIsolate + "gpj.exe"}, "photogpj.exe"),
        inRoot("an Arabic letter mark", {"a\xD8\x9C" "b"}, "ab"),
        inRoot("a byte-order mark within", {"a\xEF\xBB\xBF" "b"}, "ab"),
        inRoot("a line separator", {"a\xE2\x80\xA8" "b"}, "ab"),
        inRoot("a paragraph separator", {"a\xE2\x80\xA9" "b"}, "ab"),
        inRoot("bytes that are no UTF-8", {"a\xFF\xFE" "b"}, "a__b"),
        inRoot("UTF-8 cut off", {"a\xE3\x81"}, "a_"),
        inRoot("an overlong slash", {"..\xC0\xAF" "a"}, ".._a"),
        inRoot("a surrogate half", {"a\xED\xA0\x80" "b"}, "a_b"),
        inRoot("trailing dots", {"folder...", "a.txt.."}, "folder/a.txt"),
        inRoot("trailing spaces", {"folder  ", "a "}, "folder/a"),
        inRoot("a name of three dots", {"...", "a"}, "_/a"),
        inRoot("a name of spaces", {"   "}, "_"),
        inRoot("quotes and a shell command", {"\"; rm -rf ~; $(x) `y` '.txt"}, "\"; rm -rf ~; $(x) `y` '.txt"),
        inRoot("a name like an option", {"--help"}, "--help"),
    };
}

[[nodiscard]] std::vector<NameCase> sizes()
{
    std::vector<std::string> deep(4096, "d");
    std::string flattened;
    for (int i = 0; i < 62; ++i)
        flattened += "d/"; // with "root" and the file 64 components
    deep.back() = "a";
    std::string longPath;
    for (int i = 0; i < 7; ++i)
        longPath += std::string(240, 'p') + "/";
    return {
        inRoot("4,096 folders deep", deep, flattened + "a"),
        inRoot("a name of 300 bytes", {std::string(300, 'n')}, std::string(240, 'n')),
        inRoot("a name of 300 bytes with an extension", {std::string(300, 'n') + ".txt"}, std::string(240, 'n') + ".txt"),
        inRoot("a name of 200 characters of three bytes", {[] {
            std::string name;
            for (int i = 0; i < 200; ++i)
                name += "\xE3\x81\x82";
            return name;
        }()}, [] {
            std::string name;
            for (int i = 0; i < 80; ++i)
                name += "\xE3\x81\x82";
            return name;
        }()),
        inRoot("a path of 5,000 bytes", std::vector<std::string>(20, std::string(250, 'p')), longPath + std::string(240, 'p')),
    };
}

[[nodiscard]] std::vector<NameCase> collisions()
{
    return {
        {"two files with one path", torrentOfPaths({{"a.txt"}, {"a.txt"}, {"a.txt"}}), {"root/a.txt", "root/a.1.txt", "root/a.2.txt"}},
        {"names that differ by case alone", torrentOfPaths({{"A.txt"}, {"a.TXT"}}), {"root/A.txt", "root/a.1.TXT"}},
        {"folders that differ by case alone", torrentOfPaths({{"D", "a"}, {"d", "a"}}), {"root/D/a", "root/d/a.1"}},
        {"names that differ by normal form alone", torrentOfPaths({{"\xC3\xA9"}, {"e\xCC\x81"}}), {"root/\xC3\xA9", "root/e\xCC\x81.1"}},
        {"names that differ by case beyond ASCII alone", torrentOfPaths({{"\xC3\x89"}, {"\xC3\xA9"}}), {"root/\xC3\x89", "root/\xC3\xA9.1"}},
        {"a file before a folder of its name", torrentOfPaths({{"a"}, {"a", "b"}}), {"root/a.1", "root/a/b"}},
        {"a file after a folder of its name", torrentOfPaths({{"a", "b"}, {"a"}}), {"root/a/b", "root/a.1"}},
        {"names that collide once they are safe", torrentOfPaths({{"a"}, {"a."}, {"a "}}), {"root/a", "root/a.1", "root/a.2"}},
        {"a collision whose first way out is taken", torrentOfPaths({{"a.1"}, {"a"}, {"a"}}), {"root/a.1", "root/a", "root/a.2"}},
        {"a padding file where a file is", torrent(multiFile({file({"a"}), file({"a"}, 5, {{"attr", text("p")}}), file({"b"})}, 15)),
            {"root/a", "root/b"}},
        {"a padding file without a path", torrent(multiFile({file({"a"}), dictionary({{"attr", text("p")}, {"length", integer(5)}})}, 10)),
            {"root/a"}},
    };
}

} // namespace

std::vector<NameCase> hostileNames()
{
    std::vector<NameCase> cases = leavings();
    for (auto part : {devices(), characters(), sizes(), collisions()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

} // namespace trib::test
