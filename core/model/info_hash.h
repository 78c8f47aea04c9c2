// InfoHash: the hash or hashes of an info dictionary: SHA-1 (BEP 3), SHA-256 (BEP 52), or both for a hybrid. At least one is set,
// except in a default-constructed value. TorrentId: our key of a torrent, fixed when it is added, whatever is learnt later.
#pragma once

#include "core/model/digest.h"

#include <optional>

namespace trib {

using Sha1 = Digest<20, struct Sha1Tag>;
using Sha256 = Digest<32, struct Sha256Tag>;
using TorrentId = Digest<20, struct TorrentIdTag>;

struct InfoHash {
    std::optional<Sha1> v1;
    std::optional<Sha256> v2;

    auto operator<=>(const InfoHash &) const = default;

    [[nodiscard]] bool isEmpty() const { return !v1 && !v2; }
    [[nodiscard]] bool isHybrid() const { return v1 && v2; }

    // True if both name one torrent: a shared v1 or a shared v2 hash.
    [[nodiscard]] bool matches(const InfoHash &other) const
    {
        return (v1 && v1 == other.v1) || (v2 && v2 == other.v2);
    }

    // The v1 hash, or the first 20 bytes of the v2 hash where there is no other (BEP 52 uses these on the wire).
    [[nodiscard]] TorrentId toId() const
    {
        if (v1)
            return TorrentId(v1->bytes());
        return v2 ? TorrentId(v2->bytes().first<20>()) : TorrentId();
    }
};

} // namespace trib
