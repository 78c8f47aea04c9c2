#include "tests/core/torrent/hostile_cases.h"

#include "core/torrent/metainfo.h"

namespace trib::test {

using enum EngineErrc;

std::vector<RefusedCase> refusedMagnets()
{
    const std::string v1 = "magnet:?xt=urn:btih:";
    const std::string v2 = "magnet:?xt=urn:btmh:";
    const std::string hex(40, 'a');
    const std::string hex2(64, 'b');
    const std::string other = "&xt=urn:btih:" + std::string(40, 'c');
    return {
        {"an empty link", "", InvalidMagnet, "not a magnet"},
        {"a link of another scheme", "http://host/?xt=urn:btih:" + hex, InvalidMagnet, "not a magnet"},
        {"a scheme cut off", "magne", InvalidMagnet, "not a magnet"},
        {"a scheme alone", "magnet:", InvalidMagnet, "no parameters"},
        {"parameters without a question mark", "magnet:xt=urn:btih:" + hex, InvalidMagnet, "no parameters"},
        {"a question mark alone", "magnet:?", InvalidMagnet, "no info-hash"},
        {"a name and trackers, but no topic", "magnet:?dn=a&tr=udp://tracker:1", InvalidMagnet, "no info-hash"},
        {"an empty topic", "magnet:?xt=", InvalidMagnet, "no info-hash"},
        {"a topic without a value", "magnet:?xt", InvalidMagnet, "no info-hash"},
        {"a topic of another network", "magnet:?xt=urn:ed2k:" + std::string(32, 'a'), InvalidMagnet, "no info-hash"},
        {"a hash that is no urn", "magnet:?xt=" + hex, InvalidMagnet, "no info-hash"},
        {"an info-hash without digits", v1, InvalidInfoHash, "length or alphabet"},
        {"39 hexadecimal digits", v1 + hex.substr(1), InvalidInfoHash, "length or alphabet"},
        {"41 hexadecimal digits", v1 + hex + "a", InvalidInfoHash, "length or alphabet"},
        {"a letter that is no hexadecimal digit", v1 + hex.substr(1) + "g", InvalidInfoHash, "length or alphabet"},
        {"31 base32 digits", v1 + std::string(31, 'A'), InvalidInfoHash, "length or alphabet"},
        {"a character that is no base32 digit", v1 + std::string(31, 'A') + "1", InvalidInfoHash, "length or alphabet"},
        {"a space within the hash", v1 + hex.substr(1) + "%20", InvalidInfoHash, "length or alphabet"},
        {"a zero byte within the hash", v1 + hex.substr(1) + "%00", InvalidInfoHash, "length or alphabet"},
        {"an info-hash of zeros", v1 + std::string(40, '0'), InvalidInfoHash, "zeros"},
        {"a base32 info-hash of zeros", v1 + std::string(32, 'A'), InvalidInfoHash, "zeros"},
        {"a v2 hash of another function", v2 + "1120" + hex2, InvalidInfoHash, "multihash"},
        {"a v2 hash without its function", v2 + hex2, InvalidInfoHash, "multihash"},
        {"a v2 hash of 62 digits", v2 + "1220" + hex2.substr(2), InvalidInfoHash, "length or alphabet"},
        {"a v2 hash with a letter that is no digit", v2 + "1220" + hex2.substr(1) + "x", InvalidInfoHash, "length or alphabet"},
        {"a v2 hash of zeros", v2 + "1220" + std::string(64, '0'), InvalidInfoHash, "zeros"},
        {"two different v1 hashes", v1 + hex + other, InvalidMagnet, "two different"},
        {"two different v2 hashes", v2 + "1220" + hex2 + "&xt=urn:btmh:1220" + std::string(64, 'd'), InvalidMagnet, "two different"},
        {"a good v1 hash and a broken v2 hash", v1 + hex + "&xt=urn:btmh:1220" + hex, InvalidInfoHash, "length or alphabet"},
        {"a good v1 hash and a broken numbered one", v1 + hex + "&xt.1=urn:btih:" + hex.substr(1), InvalidInfoHash, "length or alphabet"},
        {"a link of more than 64 KiB", v1 + hex + "&dn=" + std::string(64 << 10, 'n'), InvalidMagnet, "longer"},
    };
}

} // namespace trib::test
