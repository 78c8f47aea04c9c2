// FeedsFeature: the page of feeds. A web address that is dropped on it or pasted there is taken for a feed. GUI thread; lives as long as
// the window. Installed before the features that take such an address for a torrent.
#pragma once

#include "ui/feeds/feed_actions.h"
#include "ui/shell/feature.h"

#include <QObject>

namespace trib::ui {

class FeedsPage;

class FeedsFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    // `offer` adds torrents as if they were dropped on the window.
    explicit FeedsFeature(OfferSources offer) : m_offer(std::move(offer)) {}

    void install(Shell &shell) override;

    // A torrent that was offered has come into the list: its items are marked.
    void noteAdded(const TorrentSource &source);

    [[nodiscard]] FeedsPage *page() const { return m_page; }

private:
    bool take(const QMimeData &data, bool taken);

    OfferSources m_offer;
    Shell *m_shell = nullptr;
    FeedsPage *m_page = nullptr;
    engine::FeedsPointer m_feeds;
};

} // namespace trib::ui
