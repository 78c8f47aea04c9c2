// Writes the corpora of the torrent parsers from the cases that their tests have, and small hand-made ones for the others.
#include "core/settings/engine_settings.h"
#include "tests/core/torrent/hostile_cases.h"
#include "tests/support/bencode.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

constexpr std::size_t kMaxSeed = 2048;// bytes; a fuzzer does better with small ones

class Corpus {
public:
    explicit Corpus(std::filesystem::path folder) : m_folder(std::move(folder)) { std::filesystem::create_directories(m_folder); }

    void add(const std::string &name, const std::string &input) const
    {
        if (input.size() > kMaxSeed)
            return;
        std::string file;
        for (const char c : name)
            file.push_back((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '_');
        std::ofstream(m_folder / file, std::ios::binary) << input;
    }

private:
    std::filesystem::path m_folder;
};

void writeTorrents(const Corpus &corpus)
{
    using namespace trib::test;
    using namespace trib::test::bencode;
    for (const RefusedCase &row : refusedTorrents())
        corpus.add(row.cause, row.input);
    for (const NameCase &row : hostileNames())
        corpus.add(row.cause, row.torrent);
    const std::int64_t size = 3 * kPieceLength - 1;
    corpus.add("sound hybrid", torrent(hybrid()));
    corpus.add("sound v2 with a layer", torrent(v2({{"a", leaf(size)}}), {{"piece layers", dictionary({{piecesRoot(size), text(pieceLayer(size))}})}}));
    corpus.add("everything around the info", torrent(with(singleFile(), "private", integer(1)), {
        {"announce", text("http://tracker/announce")}, {"announce-list", list({texts({"udp://a:1", "http://b/"}), texts({"wss://c"})})},
        {"comment", text("comment")}, {"created by", text("writer")}, {"creation date", integer(1700000000)},
        {"httpseeds", texts({"http://seed/"})}, {"nodes", list({list({text("host"), integer(6881)})})}, {"url-list", text("http://seed/a b")}}));
}

void writeMagnets(const Corpus &corpus)
{
    for (const auto &row : trib::test::refusedMagnets())
        corpus.add(row.cause, row.input);
    corpus.add("everything", "magnet:?xt=urn:btih:" + std::string(40, 'a') + "&xt=urn:btmh:1220" + std::string(64, 'b')
        + "&dn=a+name%20&tr=udp%3A%2F%2Ft%3A1&tr.1=http://t/&ws=http://w/&x.pe=198.18.0.1:6881&x.pe=[2001:db8::1]:1&so=0,2-4,9&dht=h:1");
    corpus.add("base32", "magnet:?xt=urn:btih:" + std::string(32, 'B'));
}

void writeText(const std::filesystem::path &folder)
{
    const Corpus sources(folder / "sources");
    sources.add("list", "http://h/a.torrent\n/a b\n" + std::string(40, 'a') + " magnet:?xt=1\nfile:///a%20b.torrent\nC:\\a.torrent\n");
    const Corpus texts(folder / "remote_text");
    texts.add("mixed", "\x40" "a\xE2\x80\xAE" "b\xFF\xC0\xAF\xED\xA0\x80\xF0\x9F\x98\x80\xEF\xBB\xBF\xE2\x81\xA6" "c\n\x7f");
    const Corpus amounts(folder / "amount");
    for (const char *amount : {"0", "1.5", "000.000000000000000001", "115792089237316195423570985008687907853269984665640564039457584007913129639935"})
        amounts.add(amount, amount);
    const Corpus settings(folder / "settings");
    std::string all;
    for (const auto &[key, value] : trib::settings::toMap({}))
        all += key + " = " + value + "\n";
    settings.add("defaults", all);
    settings.add("wrong", "network/port = 65536\nnetwork/tcp = yes\ntransfer/active_seeds = 9223372036854775808\nnothing = 1\n");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 1;
    const std::filesystem::path folder = argv[1];
    writeTorrents(Corpus(folder / "metainfo"));
    writeMagnets(Corpus(folder / "magnet"));
    writeText(folder);
    return 0;
}
