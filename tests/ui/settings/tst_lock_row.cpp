#include "ui/settings/desktop_section.h"
#include "ui/settings/lock_password_dialog.h"
#include "ui/settings/lock_row.h"
#include "ui/settings/settings_form.h"
#include "ui/dialogs/notice_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

template <class T>
T *named(const QWidget &parent, const QString &name)
{
    for (T *child : parent.findChildren<T *>()) {
        if (child->accessibleName() == name || child->property("text").toString().remove(u'&') == name)
            return child;
    }
    return nullptr;
}

PasswordHashing plain()
{
    return {[](const std::string &password) -> Result<std::string> { return "hash of " + password; },
        [](const std::string &password, const std::string &hash) { return "hash of " + password == hash; }};
}

} // namespace

class TestLockRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setsChangesAndRemovesThePassword()
    {
        UiSettingsStore store(m_folder.filePath(QStringLiteral("a.ini")));
        QWidget window;
        LockRow row(&window);
        row.join(store, plain());
        window.show();
        named<QPushButton>(row, QStringLiteral("Set a password for the window"))->click();
        fill(window, {}, QStringLiteral("first"), QStringLiteral("first"));
        QTRY_COMPARE(store.values().lockHash, QStringLiteral("hash of first"));
        named<QPushButton>(row, QStringLiteral("Change the window's password"))->click();
        fill(window, QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("second"));
        QTRY_COMPARE(store.values().lockHash, QStringLiteral("hash of second"));
        named<QPushButton>(row, QStringLiteral("Remove the window's password"))->click();
        fill(window, QStringLiteral("second"), {}, {});
        QTRY_COMPARE(store.values().lockHash, QString());
        QVERIFY(!named<QPushButton>(row, QStringLiteral("Remove the window's password"))->isVisible());
    }

    void withoutTheOldPasswordNothingChanges()
    {
        UiSettingsStore store(m_folder.filePath(QStringLiteral("b.ini")));
        UiSettings values;
        values.lockHash = QStringLiteral("hash of first");
        store.update(values);
        QWidget window;
        LockRow row(&window);
        row.join(store, plain());
        window.show();
        for (const auto &name : {QStringLiteral("Remove the window's password"), QStringLiteral("Change the window's password")}) {
            named<QPushButton>(row, name)->click();
            auto *dialog = fill(window, QStringLiteral("wrong"), QStringLiteral("other"), QStringLiteral("other"));
            QVERIFY(dialog);
            QTRY_VERIFY(dialog->findChild<NoticeBar *>()->text().contains(QStringLiteral("not the password")));
            QCOMPARE(store.values().lockHash, values.lockHash);
            dialog->reject();
            QTRY_VERIFY(!window.findChild<LockPasswordDialog *>());
        }
    }

    void aShortOrDifferentPasswordIsNotTaken_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("again");
        QTest::addColumn<bool>("taken");
        QTest::newRow("nothing") << QString() << QString() << false;
        QTest::newRow("short") << QStringLiteral("abc") << QStringLiteral("abc") << false;
        QTest::newRow("different") << QStringLiteral("abcd") << QStringLiteral("abce") << false;
        QTest::newRow("once") << QStringLiteral("abcd") << QString() << false;
        QTest::newRow("twice") << QStringLiteral("abcd") << QStringLiteral("abcd") << true;
    }
    void aShortOrDifferentPasswordIsNotTaken()
    {
        QFETCH(QString, first);
        QFETCH(QString, again);
        LockPasswordDialog dialog(LockPasswordDialog::Purpose::Set, plain(), {}, nullptr);
        named<QLineEdit>(dialog, QStringLiteral("Password"))->setText(first);
        named<QLineEdit>(dialog, QStringLiteral("The same again"))->setText(again);
        QTEST(named<QPushButton>(dialog, QStringLiteral("Set"))->isEnabled(), "taken");
        QCOMPARE(named<QLineEdit>(dialog, QStringLiteral("Password"))->echoMode(), QLineEdit::Password);
    }

    void withoutMeansThereIsNothingToPress()
    {
        LockRow row;
        QVERIFY(!named<QPushButton>(row, QStringLiteral("Set a password for the window"))->isEnabled());
    }

    void theSectionBindsEveryChoice()
    {
        QWidget window;
        SettingsForm *form = desktopSection(&window);
        Preferences shown;
        form->load(shown);
        const auto check = [&](const char *name) { named<QCheckBox>(*form, QString::fromLatin1(name))->click(); };
        check("Tell me when a torrent gets into trouble");
        check("Closing the window leaves Tributary running in the tray");
        check("Start in the tray, without the window");
        check("Show the icon in the tray");
        check("Lock when the screen is locked or the machine goes to sleep");
        check("Lock when the window is closed to the tray");
        named<QSpinBox>(*form, QStringLiteral("Lock when it is not used for"))->setValue(15);
        named<QComboBox>(*form, QStringLiteral("Keep the machine awake"))->setCurrentIndex(2);
        QVERIFY(!named<QCheckBox>(*form, QStringLiteral("Start in the tray, without the window"))->isEnabled());
        Preferences written;
        form->store(written);
        UiSettings expected;
        expected.notifyProblems = false;
        expected.closeToTray = true;
        expected.startInTray = true;
        expected.trayIcon = false;
        expected.lockWithScreen = false;
        expected.lockInTray = true;
        expected.lockAfterMinutes = 15;
        expected.keepAwake = KeepAwake::Transferring;
        QVERIFY(written.ui == expected);
    }

    // What the page edits while the password changes beside it.
    void aPasswordSetMeanwhileStays()
    {
        const Preferences base;
        Preferences edited = base;
        edited.ui.closeToTray = true;
        Preferences latest = base;
        latest.ui.lockHash = QStringLiteral("x");
        const Preferences result = merged(base, edited, latest);
        QVERIFY(result.ui.closeToTray);
        QCOMPARE(result.ui.lockHash, QStringLiteral("x"));
    }

private:
    static LockPasswordDialog *fill(const QWidget &window, const QString &current, const QString &first, const QString &again)
    {
        auto *dialog = window.findChild<LockPasswordDialog *>();
        if (!dialog)
            return nullptr;
        const auto set = [&](const char *name, const QString &text) {
            QLineEdit *edit = named<QLineEdit>(*dialog, QString::fromLatin1(name));
            if (edit && !edit->isHidden())
                edit->setText(text);
        };
        set("The password until now", current);
        set("Password", first);
        set("The same again", again);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        return dialog;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestLockRow)
#include "tst_lock_row.moc"
