// LogFeature: the Log page at the foot of the rail. GUI thread; lives as long as the window.
#pragma once

#include "core/base/log.h"
#include "ui/shell/feature.h"

#include <QObject>

namespace trib::ui {

class LogFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    // `history` outlives the feature; `folder` is where the log's file is.
    LogFeature(const LogHistory &history, QString folder) : m_history(history), m_folder(std::move(folder)) {}

    void install(Shell &shell) override;

private:
    const LogHistory &m_history;
    const QString m_folder;
};

} // namespace trib::ui
