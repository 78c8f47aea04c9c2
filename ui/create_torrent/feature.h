// CreateTorrentFeature: "Create torrent…" in the menu, and its dialog. GUI thread; lives as long as the window.
#pragma once

#include "core/engine/torrent_creator.h"
#include "ui/shell/feature.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace trib::ui {

class CreateDialog;

class CreateTorrentFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    // `unseedable`: what the libtorrent at hand cannot seed safely.
    explicit CreateTorrentFeature(engine::MakeTorrentCreator makeCreator, QList<TorrentFormat> unseedable = {})
        : m_makeCreator(std::move(makeCreator)), m_unseedable(std::move(unseedable))
    {
    }

    void install(Shell &shell) override;

private:
    void ask();

    engine::MakeTorrentCreator m_makeCreator;
    QList<TorrentFormat> m_unseedable;
    Shell *m_shell = nullptr;
    QPointer<CreateDialog> m_dialog;
};

} // namespace trib::ui
