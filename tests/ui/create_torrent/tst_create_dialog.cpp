#include "tests/support/fake_engine.h"
#include "ui/create_torrent/create_dialog.h"
#include "ui/create_torrent/create_form.h"
#include "ui/dialogs/notice_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

class FakeCreator final : public engine::TorrentCreator {
public:
    void start(CreateRequest request) override { requests.push_back(std::move(request)); }
    void cancel() override {}
    ~FakeCreator() override
    {
        if (gone)
            *gone = true;
    }

    std::vector<CreateRequest> requests;
    bool *gone = nullptr;
};

template <class T>
T *named(const QWidget &parent, const QString &name)
{
    for (T *child : parent.findChildren<T *>()) {
        if (child->accessibleName() == name || child->property("text").toString().remove(u'&') == name)
            return child;
    }
    return nullptr;
}

} // namespace

class TestCreateDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<test::FakeEngine>();
        auto creator = std::make_unique<FakeCreator>();
        m_creator = creator.get();
        m_dialog = new CreateDialog(*m_engine, std::move(creator), nullptr);
        m_dialog->open();
    }

    void cleanup()
    {
        delete m_dialog;
        m_engine.reset();
    }

    void asksForContentBeforeAnythingElse()
    {
        QVERIFY(!button("Create")->isEnabled());
        type("Content", "films");
        QVERIFY(!button("Create")->isEnabled()); // from where?
        type("Content", "/data/films/");
        QVERIFY(button("Create")->isEnabled());
        QCOMPARE(named<QLineEdit>(*m_dialog, QStringLiteral("Write to"))->text(), QStringLiteral("/data/films.torrent"));
    }

    void whereToWriteStaysAsChosen()
    {
        type("Write to", "/elsewhere/x.torrent");
        type("Content", "/data/films");
        button("Create")->click();
        QCOMPARE(m_creator->requests.front().output, std::string("/elsewhere/x.torrent"));
        QCOMPARE(m_creator->requests.front().content, std::string("/data/films"));
    }

    void handsOutAllThatWasSaid()
    {
        type("Content", "/data/films");
        named<QComboBox>(*m_dialog, QStringLiteral("Kind"))->setCurrentIndex(1);
        auto *sizes = named<QComboBox>(*m_dialog, QStringLiteral("Piece size"));
        sizes->setCurrentIndex(sizes->findText(QStringLiteral("2 MiB")));
        named<QCheckBox>(*m_dialog, QStringLiteral("Private: peers come from the trackers alone"))->setChecked(true);
        named<QCheckBox>(*m_dialog, QStringLiteral("Leave out hidden files"))->setChecked(false);
        named<QPlainTextEdit>(*m_dialog, QStringLiteral("Trackers"))->setPlainText(QStringLiteral("\nhttp://a/\n udp://b:1 \n\n\nhttp://c/\n"));
        named<QPlainTextEdit>(*m_dialog, QStringLiteral("Web seeds"))->setPlainText(QStringLiteral("http://d/\n\nhttp://e/"));
        type("Comment", " a comment ");
        type("Source tag", "TAG");
        button("Create")->click();
        CreateRequest expected;
        expected.content = "/data/films";
        expected.output = "/data/films.torrent";
        expected.format = TorrentFormat::V1;
        expected.pieceSize = Bytes(2 << 20);
        expected.isPrivate = true;
        expected.skipDotFiles = false;
        expected.trackers = {{"http://a/", "udp://b:1"}, {"http://c/"}};
        expected.webSeeds = {"http://d/", "http://e/"};
        expected.comment = "a comment";
        expected.source = "TAG";
        QVERIFY(m_creator->requests.front() == expected);
    }

    void offersPieceSizesUpToSixteenMiB()
    {
        const auto *sizes = named<QComboBox>(*m_dialog, QStringLiteral("Piece size"));
        QCOMPARE(sizes->itemText(1), QStringLiteral("16 KiB"));
        QCOMPARE(sizes->itemText(sizes->count() - 1), QStringLiteral("16 MiB"));
        QCOMPARE(sizes->count(), 12);
    }

    void showsHowFarItIsAndLocksTheForm()
    {
        QVERIFY(!m_dialog->findChild<QProgressBar *>()->isVisible());
        begin();
        QVERIFY(m_dialog->findChild<QProgressBar *>()->isVisible());
        QVERIFY(!m_dialog->form().isEnabled() && !button("Create")->isEnabled());
        Q_EMIT m_creator->progressed(Bytes(1), Bytes(4));
        QCOMPARE(m_dialog->findChild<QProgressBar *>()->value(), 250);
    }

    void seedsAtOnceWithoutACheck()
    {
        QSignalSpy created(m_dialog, &CreateDialog::created);
        begin();
        Q_EMIT m_creator->finished(made());
        QTRY_COMPARE(m_engine->adds.size(), std::size_t{1});
        const AddRequest &request = m_engine->adds.front();
        QCOMPARE(std::get<TorrentFilePath>(request.source).path, std::string("/data/films.torrent"));
        QCOMPARE(request.savePath, std::string("/data"));
        QVERIFY(request.skipCheck && !request.stopped);
        QCOMPARE(request.onPathConflict, OnPathConflict::Refuse);
        QTRY_COMPARE(created.size(), 1);
        QVERIFY(created.first().last().toBool());
    }

    void doesNotSeedWhatIsNotToBeSeeded()
    {
        named<QCheckBox>(*m_dialog, QStringLiteral("Start seeding at once"))->setChecked(false);
        QSignalSpy created(m_dialog, &CreateDialog::created);
        begin();
        Q_EMIT m_creator->finished(made());
        QCOMPARE(created.size(), 1);
        QVERIFY(!created.first().last().toBool());
        QVERIFY(m_engine->adds.empty());
    }

    void asksBeforeAnythingIsReplaced()
    {
        begin();
        QVERIFY(!m_creator->requests.back().replace);
        Q_EMIT m_creator->finished(failure(EngineErrc::TargetExists));
        auto *notice = m_dialog->findChild<NoticeBar *>();
        QVERIFY(notice->text().contains(QStringLiteral("there already")) && m_dialog->form().isEnabled());
        notice->actionButton()->click();
        QCOMPARE(m_creator->requests.size(), std::size_t{2});
        QVERIFY(m_creator->requests.back().replace);
    }

    void saysWhyItCannotBe_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](EngineErrc code, const char *words) { QTest::newRow(words) << static_cast<int>(code) << QString::fromLatin1(words); };
        row(EngineErrc::InvalidFileTree, "nothing in it");
        row(EngineErrc::NameInvalid, "a name <b>here</b>");
        row(EngineErrc::TooLarge, "Larger pieces");
        row(EngineErrc::DiskError, "could not be read");
        row(EngineErrc::PathInvalid, "Choose content");
        row(EngineErrc::UrlInvalid, "Trackers begin with");
        row(EngineErrc::Cancelled, "Cancelled");
    }
    void saysWhyItCannotBe()
    {
        QFETCH(int, code);
        QFETCH(QString, words);
        begin();
        Q_EMIT m_creator->finished(failure(static_cast<EngineErrc>(code), "a name <b>here</b>"));
        QVERIFY2(m_dialog->findChild<NoticeBar *>()->text().contains(words), qPrintable(m_dialog->findChild<NoticeBar *>()->text()));
        QVERIFY(m_dialog->isVisible() && button("Create")->isEnabled());
    }

    void whatTheLibraryCannotSeedIsMadeAndNotSeeded()
    {
        m_dialog->form().setUnseedable({TorrentFormat::V2});
        auto *kind = named<QComboBox>(*m_dialog, QStringLiteral("Kind"));
        auto *seed = named<QCheckBox>(*m_dialog, QStringLiteral("Start seeding at once"));
        QVERIFY(seed->isEnabled() && m_dialog->form().seeds());
        kind->setCurrentIndex(2);
        QVERIFY(!seed->isEnabled() && !m_dialog->form().seeds());
        QVERIFY(kind->accessibleDescription().contains(QStringLiteral("cannot seed")));
        begin();
        QCOMPARE(m_creator->requests.size(), std::size_t(1));
        QVERIFY(m_creator->requests[0].format == TorrentFormat::V2);
        Q_EMIT m_creator->finished(made());
        QVERIFY(m_engine->adds.empty());
    }

    void anotherKindSeedsAgain()
    {
        m_dialog->form().setUnseedable({TorrentFormat::V2});
        auto *kind = named<QComboBox>(*m_dialog, QStringLiteral("Kind"));
        kind->setCurrentIndex(2);
        kind->setCurrentIndex(0);
        QVERIFY(named<QCheckBox>(*m_dialog, QStringLiteral("Start seeding at once"))->isEnabled() && m_dialog->form().seeds());
    }

    void closingItCallsTheWorkOff()
    {
        bool gone = false;
        m_creator->gone = &gone;
        begin();
        QPointer<CreateDialog> guard(m_dialog);
        m_dialog->reject();
        QTRY_VERIFY(!guard);
        QVERIFY(gone);
        m_dialog = nullptr;
    }

    void givesNoKeyToTwoControls()
    {
        QSet<QChar> keys;
        for (const QObject *child : m_dialog->findChildren<QObject *>()) {
            const QString text = child->property("text").toString();
            const qsizetype at = text.indexOf(u'&');
            if (at < 0 || at + 1 >= text.size() || !child->isWidgetType() || qobject_cast<const QLineEdit *>(child))
                continue;
            QVERIFY2(!keys.contains(text[at + 1].toLower()), qPrintable(text));
            keys.insert(text[at + 1].toLower());
        }
        QVERIFY(keys.size() > 10);
    }

private:
    QPushButton *button(const char *text) const { return named<QPushButton>(*m_dialog, QString::fromLatin1(text)); }

    void type(const char *field, const char *text) const
    {
        auto *edit = named<QLineEdit>(*m_dialog, QString::fromLatin1(field));
        edit->clear();
        edit->setFocus();
        QTest::keyClicks(edit, QString::fromLatin1(text));
    }

    void begin() const
    {
        type("Content", "/data/films");
        button("Create")->click();
    }

    static CreatedTorrent made()
    {
        CreatedTorrent torrent;
        torrent.output = "/data/films.torrent";
        torrent.savePath = "/data";
        return torrent;
    }

    std::unique_ptr<test::FakeEngine> m_engine;
    FakeCreator *m_creator = nullptr;
    CreateDialog *m_dialog = nullptr;
};

QTEST_MAIN(TestCreateDialog)
#include "tst_create_dialog.moc"
