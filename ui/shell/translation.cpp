#include "ui/shell/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Resources of a static library are linked in only if something names them; the macro must be used outside any namespace.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace trib::ui {
namespace {

const auto kOurs = QStringLiteral("tributary.translator");

QString systemLanguage()
{
    for (const QString &name : QLocale::system().uiLanguages()) {
        const QString language = name.section(QLatin1Char('-'), 0, 0);
        if (availableLanguages().contains(language))
            return language;
    }
    return QStringLiteral("en");
}

void load(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(kOurs);
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList availableLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("ja")};
}

QString installTranslation(QCoreApplication &application, const QString &choice)
{
    initTranslationResources();
    // English holds plural forms alone: an older language would show through it.
    for (QTranslator *older : application.findChildren<QTranslator *>(kOurs, Qt::FindDirectChildrenOnly))
        delete older;
    const QString language = availableLanguages().contains(choice) ? choice : systemLanguage();
    if (language != QLocale::system().name().section(QLatin1Char('_'), 0, 0))
        QLocale::setDefault(QLocale(language));
    load(application, QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(application, QStringLiteral("tributary_") + language, QStringLiteral(":/translations"));
    return language;
}

} // namespace trib::ui
