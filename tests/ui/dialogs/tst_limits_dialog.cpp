#include "ui/dialogs/limits_dialog.h"

#include "tests/support/fake_engine.h"
#include "ui/dialogs/limits_form.h"
#include "ui/dialogs/rate_edit.h"

#include <QCheckBox>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

TorrentId id(std::uint8_t n)
{
    std::array<std::uint8_t, 20> bytes{};
    bytes[0] = n;
    return TorrentId(bytes);
}

LimitedTorrent torrent(std::uint8_t n, std::int64_t download, std::int64_t upload)
{
    LimitedTorrent result{id(n), QStringLiteral("torrent"), {}, {}};
    result.limits.download = BytesPerSecond(download);
    result.limits.upload = BytesPerSecond(upload);
    return result;
}

template <class T>
T *named(QWidget &parent, const QString &name)
{
    for (T *child : parent.findChildren<T *>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

QPushButton *defaultButton(QDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

} // namespace

class TestLimitsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differingValuesStayUnlessTheyAreChanged()
    {
        test::FakeEngine engine;
        QPointer<LimitsDialog> dialog = new LimitsDialog(engine, {torrent(1, 1024, 10), torrent(2, 2048, 10)}, nullptr);
        dialog->open();
        QVERIFY(!named<RateEdit>(*dialog, QStringLiteral("Download limit"))->rate());
        named<RateEdit>(*dialog, QStringLiteral("Upload limit"))->setRate(BytesPerSecond(4096));
        defaultButton(*dialog)->click();
        QCOMPARE(engine.commands.size(), std::size_t(2)); // their download limits differ, so they are two commands
        const auto &first = std::get<SetTorrentLimits>(engine.commands[0]);
        QCOMPARE(first.ids, TorrentIds{id(1)});
        QCOMPARE(first.limits.download, BytesPerSecond(1024));
        QCOMPARE(first.limits.upload, BytesPerSecond(4096));
        QTRY_VERIFY(!dialog);
    }

    void equalNewValuesAreOneCommand()
    {
        std::vector<LimitedTorrent> before{torrent(1, 1, 1), torrent(2, 2, 2), torrent(3, 5, 5)};
        std::vector<LimitedTorrent> after = before;
        after[0].limits = after[1].limits = torrent(9, 7, 7).limits;
        const auto commands = limitCommands(before, after);
        QCOMPARE(commands.size(), std::size_t(1));
        QCOMPARE(std::get<SetTorrentLimits>(commands[0]).ids, (TorrentIds{id(1), id(2)}));
    }

    void nothingChangedSendsNothing()
    {
        test::FakeEngine engine;
        QPointer<LimitsDialog> dialog = new LimitsDialog(engine, {torrent(1, 1024, 1), torrent(2, 2048, 1)}, nullptr);
        dialog->open();
        defaultButton(*dialog)->click();
        QVERIFY(engine.commands.empty());
        QTRY_VERIFY(!dialog);
    }

    void conditionsAreSetOnlyWhereTheyAreTicked()
    {
        LimitedTorrent one = torrent(1, 0, 0);
        one.shareLimits.seedingTime = std::chrono::minutes(90);
        LimitsForm form({one});
        for (QCheckBox *box : form.findChildren<QCheckBox *>()) {
            if (box->text().contains(QStringLiteral("ratio")))
                box->setChecked(true);
            else
                box->setChecked(false);
        }
        const LimitedTorrent after = form.applied(one);
        QCOMPARE(after.shareLimits.ratioPermille, std::optional<std::int64_t>(2000));
        QVERIFY(!after.shareLimits.seedingTime);
        QVERIFY(!after.shareLimits.inactiveTime);
    }

    void aRefusalStaysOnTheScreen()
    {
        test::FakeEngine engine;
        engine.answer = failure(EngineErrc::NoSuchTorrent);
        QPointer<LimitsDialog> dialog = new LimitsDialog(engine, {torrent(1, 0, 0)}, nullptr);
        dialog->open();
        named<RateEdit>(*dialog, QStringLiteral("Upload limit"))->setRate(BytesPerSecond(4096));
        defaultButton(*dialog)->click();
        QTest::qWait(0);
        QVERIFY(dialog && dialog->isVisible());
        delete dialog;
    }
};

QTEST_MAIN(TestLimitsDialog)
#include "tst_limits_dialog.moc"
