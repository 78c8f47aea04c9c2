// Figures of the session as names and values, by group, as people read them. Pure; GUI thread (locale).
#pragma once

#include "core/base/clock.h"
#include "core/model/session_status.h"

#include <QList>
#include <QString>

namespace trib::ui {

struct Figure {
    QString name;
    QString value;
    QString exact{}; // for the tool-tip, where the value is rounded
};

struct FigureGroup {
    QString title;
    QList<Figure> figures;
};

// Thousandths; -1 where nothing was downloaded.
[[nodiscard]] std::int64_t ratioOf(Bytes uploaded, Bytes downloaded);

[[nodiscard]] QList<FigureGroup> statisticsOf(const SessionStatus &status, WallTime now);

} // namespace trib::ui
