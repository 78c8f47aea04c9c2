// The icons of resources/icons: drawn in currentColor, so they take the colour of text from the palette of the moment. GUI thread.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace trib::ui {

// `name` without folder and suffix: "add", "start". Follows palette changes by itself; strokes are 1.5 px at 16 and at 24 px.
[[nodiscard]] QIcon icon(const QString &name);

// The same in one colour of its own, for states.
[[nodiscard]] QIcon icon(const QString &name, const QColor &colour);

[[nodiscard]] QIcon applicationIcon();

} // namespace trib::ui
