// CreateTorrentFeature: "Create torrent…" in the menu, and its dialog. GUI thread; lives as long as the window.
#pragma once

#include "core/engine/torrent_creator.h"
#include "ui/shell/feature.h"

#include <QObject>
#include <QPointer>

namespace trib::ui {

class CreateDialog;

class CreateTorrentFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    explicit CreateTorrentFeature(engine::MakeTorrentCreator makeCreator) : m_makeCreator(std::move(makeCreator)) {}

    void install(Shell &shell) override;

private:
    void ask();

    engine::MakeTorrentCreator m_makeCreator;
    Shell *m_shell = nullptr;
    QPointer<CreateDialog> m_dialog;
};

} // namespace trib::ui
