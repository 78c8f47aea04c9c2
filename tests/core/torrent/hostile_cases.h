// Broken and hostile torrents, magnet links and bencodings: one case, one cause. The tests of the parsers and the seeds of the fuzzers
// come from here. All are built by tests/support/bencode.h; none is anybody's.
#pragma once

#include "core/model/engine_error.h"

#include <string>
#include <vector>

namespace trib::test {

struct RefusedCase {
    std::string cause;
    std::string input;
    EngineErrc expected;
    std::string detail; // a part of the error's detail, where several causes share an error; empty for any
};

struct NameCase {
    std::string cause;
    std::string torrent;
    std::vector<std::string> paths; // as they must become, in the order of the files, padding files left out
};

[[nodiscard]] std::vector<RefusedCase> brokenBencodings();
[[nodiscard]] std::vector<RefusedCase> brokenInfos();       // v1
[[nodiscard]] std::vector<RefusedCase> brokenV2Infos();     // v2 and hybrid, and piece layers
[[nodiscard]] std::vector<RefusedCase> refusedTorrents();   // all of the above
[[nodiscard]] std::vector<RefusedCase> refusedMagnets();
[[nodiscard]] std::vector<NameCase> hostileNames();

} // namespace trib::test
