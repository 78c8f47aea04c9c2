#include "ui/models/transfer_filter.h"

#include "core/model/labels.h"
#include "ui/text/tr.h"

#include <QStringList>

#include <algorithm>

namespace trib::ui {
namespace {

StatusFilter statusOf(const TorrentSnapshot &t)
{
    const bool complete = t.hasMetadata && t.done >= t.wanted;
    switch (t.state) {
    case TorrentState::Loading: return StatusFilter::All;
    case TorrentState::FetchingMetadata:
    case TorrentState::QueuedForDownload:
    case TorrentState::Downloading: return StatusFilter::Downloading;
    case TorrentState::QueuedForCheck:
    case TorrentState::Checking:
    case TorrentState::Moving: return complete ? StatusFilter::Seeding : StatusFilter::Downloading;
    case TorrentState::QueuedForSeeding:
    case TorrentState::Seeding: return StatusFilter::Seeding;
    case TorrentState::Finished: return StatusFilter::Done;
    case TorrentState::Stopped: return StatusFilter::Stopped;
    case TorrentState::Failed: return StatusFilter::Problems;
    }
    return StatusFilter::All;
}

bool hasLabels(const TransferFilter &filter, const TorrentSnapshot &t)
{
    const bool inCategory = !filter.category || (filter.category->empty() ? t.category.empty() : isInCategory(t.category, *filter.category));
    if (filter.tracker && *filter.tracker != t.tracker)
        return false;
    if (!inCategory || !filter.tag)
        return inCategory;
    return filter.tag->empty() ? t.tags.empty() : std::ranges::find(t.tags, *filter.tag) != t.tags.end();
}

QRegularExpression expressionOf(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption);
}

// Where an expression looks beside the name: a line each.
QString restOf(const TorrentSnapshot &t)
{
    QStringList lines{fromUtf8(t.savePath), fromUtf8(t.tracker), fromUtf8(t.category)};
    for (const std::string &tag : t.tags)
        lines += fromUtf8(tag);
    if (t.infoHash.v1)
        lines += fromUtf8(t.infoHash.v1->toHex());
    if (t.infoHash.v2)
        lines += fromUtf8(t.infoHash.v2->toHex());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

std::uint32_t statusesOf(const TorrentSnapshot &torrent)
{
    static_assert(kStatusFilters.size() <= 32);
    const auto bit = [](StatusFilter status) { return std::uint32_t{1} << static_cast<unsigned>(status); };
    std::uint32_t statuses = bit(StatusFilter::All) | bit(statusOf(torrent));
    if (torrent.problem)
        statuses |= bit(StatusFilter::Problems);
    if (!torrent.trackerMessage.empty())
        statuses |= bit(StatusFilter::TrackerErrors);
    return statuses;
}

bool belongsTo(StatusFilter status, const TorrentSnapshot &torrent)
{
    return (statusesOf(torrent) >> static_cast<unsigned>(status) & 1) != 0;
}

TransferMatcher::TransferMatcher(const TransferFilter &filter)
    : m_filter(filter)
{
    if (filter.isExpression) {
        m_expression = expressionOf(filter.text);
        m_expression.optimize();
        return;
    }
    const QStringList words = filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words)
        m_words.push_back({word, std::ranges::all_of(word, [](QChar c) { return c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f'); })});
}

bool TransferMatcher::matches(const TorrentSnapshot &t, const QString &name) const
{
    if (!belongsTo(m_filter.status, t) || !hasLabels(m_filter, t))
        return false;
    if (m_filter.text.isEmpty())
        return true;
    if (m_filter.isExpression)
        return m_expression.isValid() && (m_expression.match(name).hasMatch() || m_expression.match(restOf(t)).hasMatch());
    return std::ranges::all_of(m_words, [&](const Word &word) { return holds(word, t, name); });
}

bool TransferMatcher::holds(const Word &word, const TorrentSnapshot &t, const QString &name) const
{
    const auto in = [&word](const std::string &text) { return !text.empty() && fromUtf8(text).contains(word.text, Qt::CaseInsensitive); };
    if (name.contains(word.text, Qt::CaseInsensitive) || in(t.savePath) || in(t.tracker) || in(t.category) || std::ranges::any_of(t.tags, in))
        return true;
    return word.maybeHash && ((t.infoHash.v1 && in(t.infoHash.v1->toHex())) || (t.infoHash.v2 && in(t.infoHash.v2->toHex())));
}

QString filterFault(const TransferFilter &filter)
{
    if (!filter.isExpression)
        return {};
    const QRegularExpression expression = expressionOf(filter.text);
    return expression.isValid() ? QString() : expression.errorString();
}

QString statusFilterText(StatusFilter status)
{
    switch (status) {
    case StatusFilter::All: return TrModels::tr("All");
    case StatusFilter::Downloading: return TrModels::tr("Downloading");
    case StatusFilter::Seeding: return TrModels::tr("Seeding");
    case StatusFilter::Done: return TrModels::tr("Done");
    case StatusFilter::Stopped: return TrModels::tr("Stopped");
    case StatusFilter::Problems: return TrModels::tr("Problems");
    case StatusFilter::TrackerErrors: return TrModels::tr("Tracker errors");
    }
    return {};
}

} // namespace trib::ui
