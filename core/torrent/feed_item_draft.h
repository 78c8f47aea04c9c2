// What one item of a feed says, while its elements are read, and what is made of it. Pure; any thread.
#pragma once

#include "core/model/feeds.h"
#include "core/torrent/url.h"

#include <optional>
#include <string>
#include <string_view>

namespace trib::torrent {

// Attributes that mean something; empty: not there.
struct FeedAttributes {
    std::string url;    // of an enclosure
    std::string type;
    std::string length;
    std::string href;   // of a link
    std::string rel;
    std::string name;   // of Torznab's attr
    std::string value;
};

class FeedItemDraft {
public:
    // `id`: rdf:about, if there is one.
    explicit FeedItemDraft(std::string id) : m_id(std::move(id)) {}

    // One element of the item, by its name in lower case without and its prefix.
    void take(std::string_view prefix, std::string_view name, const std::string &text, const FeedAttributes &attributes);

    struct Made {
        FeedItem item;
        std::string link;         // what a torrent may be behind where a feed names none
    };
    // nullopt for one that says nothing. Links are resolved at `base`.
    [[nodiscard]] std::optional<Made> make(const Url &base) const;

private:
    void takeLink(const std::string &text, const FeedAttributes &attributes);
    void takeEnclosure(const FeedAttributes &attributes);
    void takeNumber(const std::string &text);
    [[nodiscard]] std::string torrent(const Url &base) const;

    std::string m_id;
    std::string m_title;
    std::string m_link;
    std::string m_comments;
    std::string m_enclosure;      // a torrent, as its type says
    std::string m_untyped;        // an enclosure of no type
    std::string m_magnet;
    std::string m_hash;
    std::optional<WallTime> m_published;
    std::optional<Bytes> m_size;
};

} // namespace trib::torrent
