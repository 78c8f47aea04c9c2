// dialog_shots FOLDER [NAME]: draws every dialog and section of the settings into PNG files, for people to look at: in each language,
// light and dark, with a font of 150 %, and from right to left. ctest runs it to see that
// it can, and that no dialog gives a key to two controls.
#include "tests/support/fake_engine.h"
#include "ui/add_torrent/add_torrent_dialog.h"
#include "ui/add_torrent/label_fields.h"
#include "ui/add_torrent/link_dialog.h"
#include "ui/add_torrent/pending_torrent.h"
#include "ui/dialogs/add_peer_dialog.h"
#include "ui/dialogs/banned_peers_dialog.h"
#include "ui/dialogs/free_space.h"
#include "ui/dialogs/label_dialog.h"
#include "ui/dialogs/limits_dialog.h"
#include "ui/dialogs/move_dialog.h"
#include "ui/dialogs/question_dialog.h"
#include "ui/dialogs/remove_dialog.h"
#include "ui/dialogs/remove_label_dialog.h"
#include "ui/dialogs/rename_dialog.h"
#include "ui/dialogs/urls_dialog.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/translation.h"
#include "ui/text/tr.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QElapsedTimer>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QToolButton>

#include <functional>
#include <memory>

using namespace trib;
using namespace trib::ui;

namespace {

using Make = std::function<std::unique_ptr<QWidget>(test::FakeEngine &)>;

struct Shot {
    QString name;
    Make make;
    std::function<void(QWidget &)> arrange = [](QWidget &) {};
};

TorrentPreview film()
{
    TorrentPreview preview;
    preview.name = "Tears of Steel (2012) 4K restored";
    preview.comment = "Made with Blender by the Blender Institute. Creative Commons Attribution 3.0.";
    preview.hasMetadata = true;
    preview.trackers = {"udp://tracker.example.org:6969/announce", "https://tracker.example.net/announce", "udp://open.example.com:1337"};
    preview.files = {{"Tears of Steel/Tears of Steel.mkv", Bytes(6'700'000'000), FilePriority::High},
        {"Tears of Steel/subtitles/English.srt", Bytes(9'000), FilePriority::Normal}, {"Tears of Steel/subtitles/日本語.srt", Bytes(11'000), FilePriority::Normal},
        {"Tears of Steel/extras/Making of.mkv", Bytes(1'250'000'000), FilePriority::DoNotDownload}, {"Tears of Steel/poster.jpg", Bytes(800'000), FilePriority::Low}};
    preview.metainfo = {'d', 'e'};
    return preview;
}

Labels someLabels()
{
    return {{{"Video", "/data/video"}, {"Video/Films", {}}}, {"to watch"}};
}

AddChoices choices(bool more)
{
    AddChoices result;
    result.savePath = QDir::tempPath();
    result.history = {QDir::tempPath(), QStringLiteral("/data/films")};
    result.showMore = more;
    return result;
}

std::unique_ptr<QWidget> addDialog(test::FakeEngine &engine, const std::vector<TorrentSource> &sources, bool more)
{
    auto dialog = std::make_unique<AddTorrentDialog>(engine, choices(more), Bytes(512 << 20));
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->addSources(sources);
    return dialog;
}

std::unique_ptr<QWidget> magnetDialog(test::FakeEngine &engine)
{
    engine.manual = true;
    auto dialog = addDialog(engine, {MagnetLink{"magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=Sintel"}}, false);
    TorrentPreview early;
    early.infoHash = {Sha1::fromHex("0123456789abcdef0123456789abcdef01234567").value(), std::nullopt};
    early.name = "Sintel";
    Q_EMIT engine.previewStarted(early);
    return dialog;
}

std::unique_ptr<QWidget> severalDialog(test::FakeEngine &engine)
{
    engine.previewAnswer = film();
    auto dialog = addDialog(engine, {TorrentFilePath{"/tmp/a.torrent"}}, true);
    auto &add = static_cast<AddTorrentDialog &>(*dialog);
    engine.previewAnswer->duplicateOf = TorrentId();
    engine.previewAnswer->canMergeTrackers = true;
    engine.previewAnswer->name = "debian-12.5.0-amd64-netinst.iso";
    add.addSources({TorrentFilePath{"/tmp/b.torrent"}});
    engine.previewAnswer = failure(EngineErrc::NotBencoded);
    add.addSources({TorrentFilePath{"/tmp/holiday photo.jpg"}});
    return dialog;
}

std::unique_ptr<QWidget> removeDialog(test::FakeEngine &engine, bool trash)
{
    RemovalPlan plan;
    for (int i = 0; i < 14; ++i)
        plan.files.push_back("/data/films/Tears of Steel/part " + std::to_string(i) + ".mkv");
    plan.shared = {"/data/films/common/subtitles.srt"};
    plan.size = Bytes(3'328'599'655);
    plan.trashAvailable = trash;
    engine.planAnswer = plan;
    const std::vector<RemovedTorrent> torrents{{TorrentId(), QStringLiteral("Tears of Steel (2012) 4K restored")},
        {TorrentId(), QStringLiteral("debian-12.5.0-amd64-netinst.iso")}, {TorrentId(), QStringLiteral("Sintel")}};
    return std::make_unique<RemoveDialog>(engine, torrents, true, nullptr);
}

std::unique_ptr<QWidget> limitsDialog(test::FakeEngine &engine)
{
    LimitedTorrent a{TorrentId(), QStringLiteral("Tears of Steel"), {BytesPerSecond(5 << 20), BytesPerSecond(0), 80, 0}, {1500, std::nullopt, std::nullopt, ShareLimitAction::Stop}};
    LimitedTorrent b = a;
    b.name = QStringLiteral("Sintel");
    b.limits.download = BytesPerSecond(1 << 20);
    b.shareLimits.ratioPermille.reset();
    return std::make_unique<LimitsDialog>(engine, std::vector{a, b}, nullptr);
}

std::unique_ptr<QWidget> settingsPage(int section)
{
    auto page = std::make_unique<SettingsPage>();
    Preferences preferences;
    preferences.engine.network.port = 51413;
    preferences.engine.transfer.downloadLimit = BytesPerSecond(10 << 20);
    page->setCurrent(preferences);
    page->showSection(section);
    page->resize(820, 560);
    return page;
}

QList<Shot> trackerShots()
{
    const QString name = QStringLiteral("Tears of Steel (2012) 4K restored");
    QList<Shot> all;
    all += {QStringLiteral("trackers"), [name](test::FakeEngine &engine) { return std::make_unique<UrlsDialog>(engine, UrlTask{{}, UrlKind::Tracker, name, {}, true}, nullptr); },
            [](QWidget &dialog) { dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("udp://tracker.example.org:1337/announce\ntracker.example.net")); }};
    all += {QStringLiteral("web-seed"), [name](test::FakeEngine &engine) { return std::make_unique<UrlsDialog>(engine, UrlTask{{}, UrlKind::WebSeed, name, QStringLiteral("https://cdn.example/files/"), false}, nullptr); }};
    all += {QStringLiteral("ban"), [](test::FakeEngine &) {
                return std::make_unique<QuestionDialog>(Question{TrTransfers::tr("Ban %n peer(s)?", nullptr, 2),
                    TrTransfers::tr("No torrent connects to these addresses any more, until you let them in again under ‘Banned peers’ in this menu."),
                    {QStringLiteral("198.51.100.7"), QStringLiteral("2001:db8::7")}, TrTransfers::tr("&Ban")}, nullptr);
            }};
    all += {QStringLiteral("banned"), [](test::FakeEngine &engine) {
                settings::EngineSettings settings;
                settings.network.bannedPeers = "198.51.100.7,203.0.113.9,2001:db8::7";
                return std::make_unique<BannedPeersDialog>(engine, settings, nullptr);
            }};
    return all;
}

QList<Shot> shots()
{
    QList<Shot> all;
    all += {QStringLiteral("add"), [](test::FakeEngine &engine) {
                engine.previewAnswer = film();
                return addDialog(engine, {TorrentFilePath{"/tmp/a.torrent"}}, false);
            }};
    all += {QStringLiteral("add-magnet"), magnetDialog};
    all += {QStringLiteral("add-several"), severalDialog};
    all += {QStringLiteral("add-refused"), severalDialog, [](QWidget &dialog) { dialog.findChild<QListWidget *>()->setCurrentRow(2); }};
    all += {QStringLiteral("add-duplicate"), severalDialog, [](QWidget &dialog) { dialog.findChild<QListWidget *>()->setCurrentRow(1); }};
    all += {QStringLiteral("links"), [](test::FakeEngine &) {
                return std::make_unique<LinkDialog>(QStringLiteral("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567\nhttps://example.org/a.torrent"));
            }};
    all += {QStringLiteral("remove"), [](test::FakeEngine &engine) { return removeDialog(engine, true); }};
    all += {QStringLiteral("remove-files"), [](test::FakeEngine &engine) { return removeDialog(engine, false); },
        [](QWidget &dialog) { dialog.findChild<QToolButton *>()->setChecked(true); }};
    all += {QStringLiteral("move"), [](test::FakeEngine &engine) {
                return std::make_unique<MoveDialog>(engine, MovedTorrents{{TorrentId()}, {QStringLiteral("Tears of Steel (2012) 4K restored")},
                    QDir::tempPath(), Bytes(std::int64_t{1} << 50), {}}, nullptr);
            }};
    all += {QStringLiteral("limits"), limitsDialog};
    all += trackerShots();
    all += {QStringLiteral("peer"), [](test::FakeEngine &engine) {
                return std::make_unique<AddPeerDialog>(engine, TorrentId(), QStringLiteral("Tears of Steel (2012) 4K restored"), nullptr);
            }};
    all += {QStringLiteral("rename"), [](test::FakeEngine &engine) {
                return std::make_unique<RenameDialog>(engine, RenamedFile{TorrentId(), FileIndex(0), QStringLiteral("a/Tears of Steel.mkv")}, nullptr);
            }, [](QWidget &dialog) { dialog.findChild<QLineEdit *>()->setText(QStringLiteral("../Tears")); }};
    all += {QStringLiteral("category"), [](test::FakeEngine &engine) { return std::make_unique<LabelDialog>(engine, NewCategory{QStringLiteral("Video"), {}}, someLabels(), nullptr); },
        [](QWidget &dialog) { dialog.findChild<QLineEdit *>()->setText(QStringLiteral("Video/Films")); }};
    all += {QStringLiteral("category-folder"), [](test::FakeEngine &engine) { return std::make_unique<LabelDialog>(engine, CategoryFolder{QStringLiteral("Video")}, someLabels(), nullptr); }};
    all += {QStringLiteral("tag"), [](test::FakeEngine &engine) { return std::make_unique<LabelDialog>(engine, NewTag{}, someLabels(), nullptr); },
        [](QWidget &dialog) { dialog.findChild<QLineEdit *>()->setText(QStringLiteral("to watch, later")); }};
    all += {QStringLiteral("remove-category"), [](test::FakeEngine &engine) { return std::make_unique<RemoveLabelDialog>(engine, RemovedLabel{LabelKind::Category, QStringLiteral("Video"), 14, 2}, nullptr); }};
    all += {QStringLiteral("add-labels"), [](test::FakeEngine &engine) {
                engine.previewAnswer = film();
                auto dialog = addDialog(engine, {TorrentFilePath{"/tmp/a.torrent"}}, false);
                static_cast<AddTorrentDialog &>(*dialog).setLabels(someLabels());
                return dialog;
            },
        [](QWidget &dialog) { dialog.findChild<LabelFields *>()->setCategory(QStringLiteral("Video//Films")); }};
    for (int section = 0; section < 5; ++section)
        all += {QStringLiteral("settings-%1").arg(section), [section](test::FakeEngine &) { return settingsPage(section); }};
    all += {QStringLiteral("settings-wrong"), [](test::FakeEngine &) { return settingsPage(4); }, [](QWidget &page) {
                for (QLineEdit *edit : page.findChildren<QLineEdit *>()) {
                    if (edit->placeholderText().size() > 0 && edit->isVisible())
                        edit->setText(QStringLiteral("my vpn; other"));
                }
            }};
    return all;
}

// Until the answers of the engine and the free space are shown.
bool settled(QWidget &widget)
{
    const auto labels = widget.findChildren<SpaceLabel *>();
    QElapsedTimer waited;
    waited.start();
    do {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (std::ranges::none_of(labels, [](const SpaceLabel *label) { return label->text().isEmpty(); }))
            return true;
    } while (waited.elapsed() < 5000);
    return false;
}

// The text of a control whose underlined letter is another's, too: that key would choose neither.
QString clashIn(const QWidget &widget)
{
    QStringList keys;
    for (const QWidget *child : widget.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(child);
        const auto *label = qobject_cast<const QLabel *>(child);
        const QString text = button ? button->text() : label && label->buddy() ? label->text() : QString();
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty() || !child->isVisible())
            continue;
        if (keys.contains(key))
            return text;
        keys += key;
    }
    return {};
}

bool take(const Shot &shot, const QString &file)
{
    test::FakeEngine engine;
    const std::unique_ptr<QWidget> widget = shot.make(engine);
    widget->setAttribute(Qt::WA_DeleteOnClose, false);
    widget->show();
    if (!settled(*widget))
        return false;
    shot.arrange(*widget);
    QCoreApplication::processEvents();
    if (const QString clash = clashIn(*widget); !clash.isEmpty()) {
        qWarning().noquote() << shot.name << "has the key of another control twice:" << clash;
        return false;
    }
    return widget->grab().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    const QFont usual = QApplication::font();
    for (const QString &look : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("large"), QStringLiteral("mirrored")}) {
        QApplication::setLayoutDirection(look == QStringLiteral("mirrored") ? Qt::RightToLeft : Qt::LeftToRight);
        applyAppearance(look == QStringLiteral("dark") ? Appearance::Dark : Appearance::Light);
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * (look == QStringLiteral("large") ? 1.5 : 1));
        QApplication::setFont(font);
        for (const QString &language : availableLanguages()) {
            if (look == QStringLiteral("mirrored") && language != QStringLiteral("en"))
                continue; // one language shows what is on which side
            installTranslation(application, language);
            for (const Shot &shot : shots()) {
                if ((only.isEmpty() || shot.name == only) && !take(shot, folder.filePath(QStringLiteral("%1-%2-%3.png").arg(shot.name, look, language))))
                    return 1;
            }
        }
    }
    return 0;
}
