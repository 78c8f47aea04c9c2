// information_shots FOLDER [NAME]: one PNG for each section of the settings, the log, statistics, About and the banner, for people to look at.
#include "tests/ui/screenshots/scene.h"
#include "ui/about/about_dialog.h"
#include "ui/about/feature.h"
#include "ui/log/feature.h"
#include "ui/settings/secret_dialogs.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/translation.h"
#include "ui/statistics/feature.h"
#include "ui/statistics/statistics_dialog.h"
#include "ui/transfers/transfers_page.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>

#include <functional>

using namespace trib;
using namespace trib::test;

namespace {

struct Information {
    explicit Information(const ui::UiSettings &settings)
        : scene(settings)
    {
        history.info("Tributary 0.1.0 (libtorrent 2.0.8, Qt 6.4.2) starts");
        history.info("the list is loaded, 15 torrents so far");
        history.info("API: login from 192.168.1.17");
        history.info("API: torrents/add by session 1 from 192.168.1.17");
        history.warning("API: a login from 192.168.1.40 failed");
        history.error("resume data of debian-12.7.0-amd64-netinst.iso was not written: no space left on device");
        scene.window->addFeature(std::make_unique<ui::StatisticsFeature>(scene.page->model()));
        scene.window->addFeature(std::make_unique<ui::LogFeature>(history, QStringLiteral("/home/ann/.local/share/tributary")));
        scene.window->addFeature(std::make_unique<ui::AboutFeature>(ui::AboutFacts{
            QStringLiteral("Tributary 0.1.0 (libtorrent 2.0.8.0, Qt 6.4.2, OpenSSL 3.0.17, SQLite 3.46.1)"), QStringLiteral("2.0.8.0"), true, false}));
    }

    void openSection(const QString &id)
    {
        scene.window->showPage(QStringLiteral("settings"));
        settings().showSection(static_cast<int>(settings().sections().indexOf(settings().section(id))));
    }
    [[nodiscard]] ui::SettingsPage &settings() const { return *scene.window->findChild<ui::SettingsPage *>(); }
    void trigger(const char *action) const { scene.window->actionRegistry().find(QString::fromLatin1(action))->trigger(); }

    Scene scene;
    NullLog nowhere;
    LogHistory history{scene.clock, nowhere};
};

struct Shot {
    QString name;
    std::function<QWidget *(Information &)> arrange;
};

[[nodiscard]] settings::EngineSettings reachable()
{
    settings::EngineSettings settings;
    settings.remote.enabled = true;
    settings.remote.address = "0.0.0.0";
    settings.remote.passwordHash = "x";
    settings.filter = {true, "/home/ann/lists/level1.p2p.gz,https://lists.example.org/?list=bt_level2&archiveformat=gz", 7};
    settings.completion.program = "/usr/local/bin/after-download \"%N\" \"%F\"";
    return settings;
}

[[nodiscard]] SessionStatus busy()
{
    SessionStatus status = sampleStatus();
    status.downloadedEver = Bytes(1'822'334'556'123);
    status.uploadedEver = Bytes(3'911'822'334'556);
    status.sessionDownloaded = Bytes(52'334'556'123);
    status.sessionUploaded = Bytes(61'334'556'123);
    status.wasted = Bytes(12'334'556);
    status.failedHash = Bytes(262'144);
    status.connections = 312;
    status.diskJobs = 4;
    status.filterRanges = 237'114;
    status.filterError = make_error_code(EngineErrc::ConnectFailed);
    status.filterList = "https://lists.example.org/?list=bt_level2&archiveformat=gz";
    status.started = WallTime(std::chrono::seconds(1'767'225'600 - 187'000));
    return status;
}

[[nodiscard]] QList<Shot> shots()
{
    QList<Shot> all;
    for (const char *id : {"general", "downloads", "speed", "queue", "connection", "filter", "feeds", "backup", "api"})
        all += {QStringLiteral("settings-%1").arg(QString::fromLatin1(id)), [id](Information &i) -> QWidget * {
                    i.openSection(QString::fromLatin1(id));
                    return i.scene.window.get();
                }};
    for (const auto &[name, words] : {std::pair("search", QStringLiteral("DHT")), {"search-none", QStringLiteral("quux")}})
        all += {QString::fromLatin1(name), [words = words](Information &i) -> QWidget * {
                    i.openSection(QStringLiteral("connection"));
                    i.settings().search(words);
                    return i.scene.window.get();
                }};
    all += {QStringLiteral("banner"), [](Information &i) -> QWidget * {
                Q_EMIT i.scene.engine.settingsChanged(reachable());
                i.openSection(QStringLiteral("filter"));
                return i.scene.window.get();
            }};
    all += {QStringLiteral("log"), [](Information &i) -> QWidget * {
                i.scene.window->showPage(QStringLiteral("log"));
                return i.scene.window.get();
            }};
    all += {QStringLiteral("statistics"), [](Information &i) -> QWidget * {
                i.trigger("statistics.open");
                return i.scene.window->findChild<ui::StatisticsDialog *>();
            }};
    all += {QStringLiteral("about"), [](Information &i) -> QWidget * {
                i.trigger("about.open");
                return i.scene.window->findChild<ui::AboutDialog *>();
            }};
    all += {QStringLiteral("key"), [](Information &i) -> QWidget * {
                auto *dialog = new ui::KeyDialog(QStringLiteral("h7Qp2vX9mT4kLz8Rw3Nc6Yb1Jd5Gf0Sa"), i.scene.window.get());
                dialog->open();
                return dialog;
            }};
    return all;
}

bool take(const Shot &shot, const QDir &folder, const QString &suffix, ui::ThemeChoice theme, QSize size)
{
    ui::UiSettings settings;
    settings.theme = theme;
    Information information(settings);
    information.scene.window->resize(size);
    information.scene.window->show();
    QCoreApplication::processEvents();
    information.scene.fill();
    information.scene.engine.publishStatus(busy());
    Q_EMIT information.scene.engine.settingsChanged({});
    QWidget *subject = shot.arrange(information);
    QCoreApplication::processEvents();
    const bool saved = subject && subject->grab().save(folder.filePath(shot.name + u'-' + suffix + QStringLiteral(".png")));
    information.scene.window->hide();
    return saved;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    bool isFine = true;
    for (const QString &language : ui::availableLanguages()) {
        ui::installTranslation(application, language);
        for (const Shot &shot : shots()) {
            if (!only.isEmpty() && only != shot.name)
                continue;
            isFine &= take(shot, folder, language, ui::ThemeChoice::Light, QSize(1120, 700));
            isFine &= take(shot, folder, language + QStringLiteral("-small"), ui::ThemeChoice::Light, QSize(800, 500));
            isFine &= take(shot, folder, language + QStringLiteral("-dark"), ui::ThemeChoice::Dark, QSize(1120, 700));
        }
    }
    return isFine ? 0 : 1;
}
