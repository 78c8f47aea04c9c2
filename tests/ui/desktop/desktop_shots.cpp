// desktop_shots FOLDER: draws the locked window, the tray's menu and the password's dialog into PNG files, for people to look at: in each
// language, light and dark. ctest runs it to see that it can.
#include "tests/ui/desktop/recorded_notifications.h"
#include "tests/ui/screenshots/scene.h"
#include "ui/desktop/feature.h"
#include "ui/desktop/tray.h"
#include "ui/desktop/window_lock.h"
#include "ui/settings/lock_password_dialog.h"
#include "ui/shell/translation.h"

#include <QApplication>
#include <QDir>
#include <QMenu>

#include <cstdio>

using namespace trib;
using namespace trib::ui;

namespace {

class NoSleepBlocker final : public SleepBlocker {
public:
    void block(const QString &) override {}
    void release() override {}
};

PasswordHashing plain()
{
    return {[](const std::string &password) -> Result<std::string> { return password; },
        [](const std::string &password, const std::string &hash) { return password == hash; }};
}

void save(QWidget &widget, const QString &path)
{
    QCoreApplication::processEvents();
    if (!widget.grab().save(path))
        qFatal("%s cannot be written", qPrintable(path));
}

void draw(const QString &prefix, ThemeChoice theme)
{
    UiSettings settings;
    settings.theme = theme;
    settings.lockHash = QStringLiteral("x");
    test::Scene scene(settings);
    DesktopPorts ports;
    ports.notifications = std::make_unique<test::RecordedNotifications>();
    ports.sleepBlocker = std::make_unique<NoSleepBlocker>();
    ports.isTrayThere = [] { return true; };
    auto made = std::make_unique<DesktopFeature>(*scene.window, std::move(ports), plain());
    DesktopFeature &feature = *made;
    scene.window->addFeature(std::move(made));
    scene.window->resize(800, 500);
    scene.window->show();
    scene.fill();
    const auto drawMenu = [&](const QString &name) {
        QMenu &menu = feature.tray().menu();
        menu.popup({});
        save(menu, prefix + name);
        menu.close();
    };
    drawMenu(QStringLiteral("tray.png"));
    feature.lock().lock();
    feature.setWaitingLinks(2);
    save(*scene.window, prefix + QStringLiteral("locked.png"));
    drawMenu(QStringLiteral("tray-locked.png"));
    LockPasswordDialog dialog(LockPasswordDialog::Purpose::Change, plain(), "x", nullptr);
    dialog.show();
    save(dialog, prefix + QStringLiteral("password.png"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: desktop_shots FOLDER\n");
        return 2;
    }
    for (const QString &language : availableLanguages()) {
        installTranslation(application, language);
        for (const auto &[name, theme] : {std::pair(QStringLiteral("light"), ThemeChoice::Light), std::pair(QStringLiteral("dark"), ThemeChoice::Dark)})
            draw(QString::fromLocal8Bit(argv[1]) + u'/' + language + u'-' + name + u'-', theme);
    }
    return 0;
}
