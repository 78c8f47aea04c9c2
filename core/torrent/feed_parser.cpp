#include "core/torrent/feed_parser.h"

#include "core/base/ascii.h"
#include "core/base/remote_text.h"
#include "core/model/engine_error.h"
#include "core/torrent/feed_document.h"
#include "core/torrent/feed_item_draft.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <set>

namespace trib::torrent {
namespace {

constexpr int kMostDepth = 64;
constexpr std::chrono::minutes kLongestTtl = std::chrono::hours(24);

// Entities of HTML are declared nowhere and stand in many a feed. What they mean is of no consequence here, but for these.
class HtmlEntities : public QXmlStreamEntityResolver {
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        if (name == u"ndash" || name == u"mdash")
            return QStringLiteral("–");
        if (name == u"hellip")
            return QStringLiteral("…");
        if (name == u"lsquo" || name == u"rsquo")
            return QStringLiteral("’");
        return QStringLiteral(" ");
    }
};

[[nodiscard]] std::string lowerCase(QStringView text)
{
    std::string lower = text.left(64).toString().toStdString();
    std::ranges::transform(lower, lower.begin(), toLowerAscii);
    return lower;
}

class FeedReader {
public:
    FeedReader(const QString &document, Url base, std::size_t most) : m_xml(document), m_base(std::move(base)), m_most(most)
    {
        m_xml.setNamespaceProcessing(false); // a prefix that nobody declared is no reason to read nothing
        m_xml.setEntityResolver(&m_entities);
    }

    [[nodiscard]] Result<ParsedFeed> read()
    {
        while (!m_xml.atEnd() && m_feed.items.size() < m_most) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                if (!start())
                    return failure(EngineErrc::NotAFeed, "the root is neither rss, RDF nor feed, or nesting without end");
                break;
            case QXmlStreamReader::EndElement: end(); break;
            case QXmlStreamReader::Characters: append(m_xml.text()); break;
            case QXmlStreamReader::DTD: return failure(EngineErrc::NotAFeed, "a document type within");
            default: break;
            }
        }
        if (m_xml.hasError() || m_root.empty())
            return failure(EngineErrc::NotAFeed, "line " + std::to_string(m_xml.lineNumber()) + ": " + remoteText(m_xml.errorString().toStdString(), 200));
        if (std::ranges::all_of(m_feed.items, &std::string::empty, &FeedItem::torrent)) {
            for (std::size_t i = 0; i < m_feed.items.size(); ++i)
                m_feed.items[i].torrent = m_links[i]; // a feed of torrents says nowhere else where they are
        }
        return std::move(m_feed);
    }

private:
    struct Name {
        std::string prefix;
        std::string local;
    };

    [[nodiscard]] Name name() const
    {
        const QStringView whole = m_xml.qualifiedName();
        const qsizetype colon = whole.indexOf(u':');
        return {colon < 0 ? std::string() : lowerCase(whole.first(colon)), lowerCase(whole.sliced(colon + 1))};
    }

    [[nodiscard]] std::string attribute(QLatin1StringView name) const
    {
        return m_xml.attributes().value(name).left(static_cast<qsizetype>(kMaxFeedText) + 1).toString().toStdString();
    }

    [[nodiscard]] bool start()
    {
        ++m_depth;
        const Name own = name();
        if (m_depth == 1)
            m_root = own.local;
        if (m_depth > kMostDepth || (m_root != "rss" && m_root != "rdf" && m_root != "feed"))
            return false;
        if (m_itemDepth == 0 && (own.local == "item" || own.local == "entry")) {
            m_itemDepth = m_depth;
            m_draft.emplace(attribute(QLatin1StringView("rdf:about")));
        } else if (isField()) {
            m_text.clear();
            m_name = own;
            m_attributes = {attribute(QLatin1StringView("url")), attribute(QLatin1StringView("type")), attribute(QLatin1StringView("length")),
                            attribute(QLatin1StringView("href")), attribute(QLatin1StringView("rel")), attribute(QLatin1StringView("name")),
                            attribute(QLatin1StringView("value"))};
            m_fieldDepth = m_depth;
        }
        m_inTorrent = m_inTorrent || (m_itemDepth > 0 && m_depth == m_itemDepth + 1 && own.local == "torrent");
        return true;
    }

    // An element of an item, also within <torrent>, or the title or ttl of the whole.
    [[nodiscard]] bool isField() const
    {
        if (m_itemDepth > 0)
            return m_depth == m_itemDepth + 1 || (m_inTorrent && m_depth == m_itemDepth + 2);
        return m_depth == (m_root == "feed" ? 2 : 3);
    }

    void append(QStringView text)
    {
        const auto room = static_cast<qsizetype>(kMaxFeedText) + 1 - m_text.size();
        if (m_fieldDepth > 0 && room > 0)
            m_text += text.left(room);
    }

    void end()
    {
        if (m_depth == m_fieldDepth) {
            const std::string text = m_text.toStdString();
            if (m_draft)
                m_draft->take(m_name.prefix, m_name.local, text, m_attributes);
            else if (m_name.local == "title" && m_name.prefix.empty() && m_feed.title.empty())
                m_feed.title = remoteText(m_text.simplified().toStdString());
            else if (m_name.local == "ttl" && m_name.prefix.empty())
                m_feed.ttl = std::clamp(std::chrono::minutes(m_text.simplified().toInt()), std::chrono::minutes(0), kLongestTtl);
            m_fieldDepth = 0;
        }
        if (m_draft && m_depth == m_itemDepth) {
            if (auto made = m_draft->make(m_base); made && m_ids.insert(made->item.id).second) {
                m_feed.items.push_back(std::move(made->item));
                m_links.push_back(std::move(made->link));
            }
            m_draft.reset();
            m_itemDepth = 0;
            m_inTorrent = false;
        }
        --m_depth;
    }

    QXmlStreamReader m_xml;
    HtmlEntities m_entities;
    const Url m_base;
    const std::size_t m_most;
    ParsedFeed m_feed;
    std::vector<std::string> m_links; // of each item
    std::set<std::string> m_ids;
    std::optional<FeedItemDraft> m_draft;
    std::string m_root;
    Name m_name;                      // of the field
    FeedAttributes m_attributes;
    QString m_text;
    int m_depth = 0;
    int m_itemDepth = 0;              // 0: outside
    int m_fieldDepth = 0;
    bool m_inTorrent = false;
};

} // namespace

Result<ParsedFeed> parseFeed(std::span<const std::uint8_t> document, std::string_view url, std::size_t most)
{
    if (document.size() > kMaxFeedDocument)
        return failure(EngineErrc::NotAFeed, "larger than 10 MiB");
    auto base = parseUrl(url);
    if (!base)
        return failure(std::move(base.error()));
    return tameDocument(document).and_then([&](const QString &text) { return FeedReader(text, std::move(*base), most).read(); });
}

} // namespace trib::torrent
