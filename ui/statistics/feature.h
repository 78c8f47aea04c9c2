// StatisticsFeature: "Statistics" in the menu, and its dialog. GUI thread; lives as long as the window.
#pragma once

#include "core/model/session_status.h"
#include "ui/shell/feature.h"

#include <QObject>
#include <QPointer>

namespace trib::ui {

class StatisticsDialog;
class TransferModel;

class StatisticsFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    // `torrents`: where they are counted. The dialog is there only while the model is.
    explicit StatisticsFeature(const TransferModel &torrents) : m_torrents(torrents) {}

    void install(Shell &shell) override;

private:
    const TransferModel &m_torrents;
    SessionStatus m_status;
    QPointer<StatisticsDialog> m_dialog;
};

} // namespace trib::ui
