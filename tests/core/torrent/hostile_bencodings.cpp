#include "tests/core/torrent/hostile_cases.h"

#include "core/torrent/metainfo.h"
#include "tests/support/bencode.h"

namespace trib::test {

using namespace bencode;
using enum EngineErrc;

namespace {

[[nodiscard]] std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

[[nodiscard]] std::vector<RefusedCase> brokenTokens()
{
    return {
        {"no bytes at all", "", NotBencoded, "unexpected end of file"},
        {"a web page instead of a torrent", "<!DOCTYPE html><html></html>", NotBencoded, "expected value"},
        {"a torrent compressed with gzip", "\x1f\x8b\x08" + torrent(singleFile()), NotBencoded, "expected value"},
        {"a byte-order mark in front", "\xEF\xBB\xBF" + torrent(singleFile()), NotBencoded, "expected value"},
        {"zeros, as a full disk leaves them", std::string(4096, '\0'), NotBencoded, "expected value"},
        {"a torrent cut off in the middle", torrent(singleFile()).substr(0, 60), NotBencoded, "unexpected end of file"},
        {"a dictionary without its end", "d1:a1:b", NotBencoded, "unexpected end of file"},
        {"a list without its end", "d1:al1:b", NotBencoded, "unexpected end of file"},
        {"an integer without its end", "d1:ai1", NotBencoded, "unexpected end of file"},
        {"an integer without digits", "d1:aiee", NotBencoded, "expected digit"},
        {"an integer with a letter in it", "d1:ai1x2ee", NotBencoded, "expected digit"},
        {"an integer with a plus sign", "d1:ai+1ee", NotBencoded, "expected digit"},
        {"an integer with a fraction", "d1:ai1.5ee", NotBencoded, "expected digit"},
        {"a minus sign without digits", "d1:ai-ee", NotBencoded, "expected digit"},
        {"an integer of 21 digits", "d1:ai" + std::string(21, '9') + "ee", NotBencoded, "overflow"},
        {"a string longer than the file", "d1:a9:abce", NotBencoded, "unexpected end of file"},
        {"a string without its colon", "d1:a55", NotBencoded, "expected colon"},
        {"a letter in the length of a string", "d1:a3x:abce", NotBencoded, "expected digit"},
        {"a string length of 20 digits", "d1:a" + std::string(20, '9') + ":e", NotBencoded, "overflow"},
        {"a negative string length", "d1:a-1:e", NotBencoded, "expected value"},
        {"a key that is an integer", "di1e1:ae", NotBencoded, "expected digit"},
        {"a key that is a list", "dle1:ae", NotBencoded, "expected digit"},
        {"a key without a value", "d1:ae", NotBencoded, "expected value"},
        {"an unknown type", "d1:aqe", NotBencoded, "expected value"},
        {"an end without a beginning", "e", NotBencoded, "unexpected end of file"},
    };
}

[[nodiscard]] std::vector<RefusedCase> overLimits()
{
    return {
        {"101 lists in each other", "d1:a" + repeated("l", 101) + repeated("e", 101) + "e", NestedTooDeep, {}},
        {"100,000 dictionaries in each other", repeated("d1:a", 100'000) + "0:" + repeated("e", 100'000), NestedTooDeep, {}},
        {"more than three million items", "d1:al" + repeated("0:", 3'000'001) + "ee", TooManyItems, {}},
        {"a file of more than 10 MiB", torrent(with(singleFile(), "filler", text(std::string(10 << 20, 'x')))), FileTooLarge, {}},
    };
}

[[nodiscard]] std::vector<RefusedCase> noTorrents()
{
    return {
        {"a list at the top", list({dictionary(singleFile())}), NotATorrent, "not a dictionary"},
        {"a string at the top", text("torrent"), NotATorrent, "not a dictionary"},
        {"an integer at the top", integer(7), NotATorrent, "not a dictionary"},
        {"an empty dictionary", "de", NotATorrent, "no info"},
        {"a tracker's answer instead of a torrent", dictionary({{"failure reason", text("not registered")}}), NotATorrent, "no info"},
        {"an info dictionary by itself", dictionary(singleFile()), NotATorrent, "no info"},
        {"a magnet link in place of the info", dictionary({{"magnet-uri", text("magnet:?xt=urn:btih:" + std::string(40, 'a'))}}),
            NotATorrent, "no info"},
        {"info that is a list", dictionary({{"info", list({})}}), NotATorrent, "info is not a dictionary"},
        {"info that is text", dictionary({{"info", text(dictionary(singleFile()))}}), NotATorrent, "info is not a dictionary"},
        {"info that is an integer", dictionary({{"info", integer(1)}}), NotATorrent, "info is not a dictionary"},
    };
}

} // namespace

std::vector<RefusedCase> brokenBencodings()
{
    std::vector<RefusedCase> cases = brokenTokens();
    for (auto part : {overLimits(), noTorrents()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

std::vector<RefusedCase> refusedTorrents()
{
    std::vector<RefusedCase> cases = brokenBencodings();
    for (auto part : {brokenInfos(), brokenV2Infos()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

} // namespace trib::test
