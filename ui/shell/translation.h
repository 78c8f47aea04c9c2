// The language of the window: loaded once, before the first widget. GUI thread.
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace trib::ui {

// "en", "ja": what translations/ holds.
[[nodiscard]] QStringList availableLanguages();

// `choice` of UiSettings::language; empty for the first of the system's languages that is available, else English. English is loaded
// too, for its plural forms. Returns the language taken and makes its locale the default one.
QString installTranslation(QCoreApplication &application, const QString &choice);

} // namespace trib::ui
