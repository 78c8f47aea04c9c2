#include "ui/add_torrent/mime_sources.h"

#include <QDir>
#include <QMimeData>
#include <QSet>
#include <QUrl>

#include <optional>

namespace trib::ui {
namespace {

constexpr qsizetype kMostText = 1 << 20; // characters that are looked at
constexpr std::size_t kMostSources = 1000;

[[nodiscard]] std::optional<TorrentSource> sourceOf(const QUrl &url)
{
    if (url.isLocalFile())
        return TorrentFilePath{url.toLocalFile().toStdString()};
    const QString scheme = url.scheme();
    if (scheme == QStringLiteral("magnet") || scheme == QStringLiteral("http") || scheme == QStringLiteral("https"))
        return recogniseSource(url.toString(QUrl::FullyEncoded).toStdString());
    return std::nullopt;
}

[[nodiscard]] QString keyOf(const TorrentSource &source)
{
    struct Key {
        QString operator()(const TorrentFilePath &file) const { return QString::fromStdString(file.path); }
        QString operator()(const TorrentFileBytes &) const { return {}; }
        QString operator()(const MagnetLink &link) const { return QString::fromStdString(link.uri); }
        QString operator()(const TorrentUrl &url) const { return QString::fromStdString(url.url); }
    };
    return std::visit(Key{}, source);
}

// A relative path is relative to nothing that a window could know.
[[nodiscard]] bool isUsable(const TorrentSource &source)
{
    const auto *file = std::get_if<TorrentFilePath>(&source);
    return !file || QDir::isAbsolutePath(QString::fromStdString(file->path));
}

[[nodiscard]] std::vector<TorrentSource> eachOnce(const std::vector<TorrentSource> &sources)
{
    std::vector<TorrentSource> result;
    QSet<QString> seen;
    for (const TorrentSource &source : sources) {
        const QString key = keyOf(source);
        if (result.size() < kMostSources && isUsable(source) && !seen.contains(key)) {
            seen.insert(key);
            result.push_back(source);
        }
    }
    return result;
}

} // namespace

bool mayHoldSources(const QMimeData &data)
{
    return data.hasUrls() || data.hasText();
}

std::vector<TorrentSource> sourcesOf(const QMimeData &data)
{
    std::vector<TorrentSource> sources;
    for (const QUrl &url : data.urls()) {
        if (auto source = sourceOf(url))
            sources.push_back(std::move(*source));
    }
    if (!sources.empty() || !data.hasFormat(QStringLiteral("text/plain")))
        return eachOnce(sources);
    return sourcesOf(data.text());
}

std::vector<TorrentSource> sourcesOf(const QString &text)
{
    return eachOnce(recogniseSources(text.left(kMostText).toStdString()));
}

} // namespace trib::ui
