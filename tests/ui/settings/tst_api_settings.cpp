#include "tests/ui/settings/settings_shell.h"
#include "ui/settings/api_notice.h"
#include "ui/settings/api_secret_row.h"
#include "ui/settings/api_secrets.h"
#include "ui/settings/feature.h"
#include "ui/settings/secret_dialogs.h"
#include "ui/settings/settings_form.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using trib::test::named;
using trib::test::SettingsShell;

namespace {

class FakeSecrets final : public ApiSecrets {
public:
    QFuture<Result<std::string>> hash(const QString &password) override
    {
        asked += password;
        return answered(answer);
    }
    QFuture<Result<ApiKey>> makeKey() override { return answered(Result<ApiKey>(ApiKey{"THE-KEY", "hash of the key"})); }

    QStringList asked;
    Result<std::string> answer{std::string("hash of the password")};

private:
    template <class T>
    static QFuture<T> answered(const T &value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }
};

template <class T>
T *dialog()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<T *>(widget); found && found->isVisible())
            return found;
    }
    return nullptr;
}

} // namespace

class TestApiSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_shell = std::make_unique<SettingsShell>(m_folder->filePath(QStringLiteral("ui.ini")));
        m_feature = std::make_unique<SettingsFeature>(nullptr, &m_secrets);
        m_feature->install(*m_shell);
        Q_EMIT m_shell->fake.settingsChanged(m_settings);
        m_secrets.asked.clear();
        m_secrets.answer = std::string("hash of the password");
    }

    void cleanup()
    {
        m_feature.reset();
        m_shell.reset();
    }

    void aPasswordIsStoredAtOnceAsItsHash()
    {
        button("Set a password…")->click();
        auto *asks = dialog<PasswordDialog>();
        QVERIFY(asks);
        auto *set = named<QPushButton>(*asks, QStringLiteral("Set"));
        auto *first = named<QLineEdit>(*asks, QStringLiteral("Password"));
        auto *again = named<QLineEdit>(*asks, QStringLiteral("The same again"));
        QCOMPARE(first->echoMode(), QLineEdit::Password);
        first->setText(QStringLiteral("short"));
        again->setText(QStringLiteral("short"));
        QVERIFY(!set->isEnabled());
        first->setText(QStringLiteral("long enough for it"));
        QVERIFY(!set->isEnabled()); // they differ
        again->setText(QStringLiteral("long enough for it"));
        set->click();
        QTRY_COMPARE(m_shell->fake.configurations.size(), std::size_t(1));
        QCOMPARE(m_secrets.asked, QStringList{QStringLiteral("long enough for it")});
        settings::EngineSettings wanted = m_settings;
        wanted.remote.passwordHash = "hash of the password";
        QVERIFY(m_shell->fake.configurations[0] == wanted);
        QTRY_VERIFY(!dialog<PasswordDialog>());
    }

    void aPasswordThatIsNotTakenSaysSo()
    {
        m_secrets.answer = failure(EngineErrc::InvalidSetting);
        button("Set a password…")->click();
        auto *asks = dialog<PasswordDialog>();
        named<QLineEdit>(*asks, QStringLiteral("Password"))->setText(QStringLiteral("long enough for it"));
        named<QLineEdit>(*asks, QStringLiteral("The same again"))->setText(QStringLiteral("long enough for it"));
        named<QPushButton>(*asks, QStringLiteral("Set"))->click();
        QTRY_VERIFY(named<QPushButton>(*asks, QStringLiteral("Set"))->isEnabled());
        QVERIFY(m_shell->fake.configurations.empty());
        delete asks;
    }

    void aKeyIsShownOnceAndStoredAsItsHash()
    {
        button("Make a new key")->click();
        QTRY_VERIFY(dialog<KeyDialog>());
        QCOMPARE(dialog<KeyDialog>()->findChild<QLineEdit *>()->text(), QStringLiteral("THE-KEY"));
        QCOMPARE(m_shell->fake.configurations.size(), std::size_t(1));
        QVERIFY(m_shell->fake.configurations[0].remote.apiKeyHash == "hash of the key");
        delete dialog<KeyDialog>();
        QTRY_VERIFY(button("Remove the key")->isEnabled());
        button("Remove the key")->click();
        QVERIFY(m_shell->fake.configurations[1].remote.apiKeyHash.empty());
    }

    void whatIsTypedBesideStaysAsItIs()
    {
        named<QSpinBox>(*m_shell->page, QStringLiteral("Port"))->setValue(9999);
        button("Make a new key")->click();
        QTRY_VERIFY(dialog<KeyDialog>());
        delete dialog<KeyDialog>();
        QCOMPARE(m_shell->fake.configurations[0].remote.port, 8080); // not applied behind one's back
        Q_EMIT m_shell->fake.settingsChanged(m_shell->fake.configurations[0]);
        QCOMPARE(m_shell->settingsPage().edited().engine.remote.port, 9999);
        QVERIFY(m_shell->settingsPage().edited().engine.remote.apiKeyHash == "hash of the key");
    }

    void anAddressThatOthersReachWantsAPasswordFirst()
    {
        auto *address = named<QLineEdit>(*m_shell->page, QStringLiteral("Address"));
        address->setText(QStringLiteral("0.0.0.0"));
        const SettingsForm *section = m_shell->settingsPage().section(QStringLiteral("api"));
        QVERIFY(section->isAcceptable()); // it is off
        named<QCheckBox>(*m_shell->page, QStringLiteral("Let other programs use Tributary"))->setChecked(true);
        QVERIFY(!section->isAcceptable());
        settings::EngineSettings settings = m_settings;
        settings.remote.passwordHash = "x";
        Q_EMIT m_shell->fake.settingsChanged(settings);
        QVERIFY(section->isAcceptable());
    }

    void aCertificateWantsItsKey()
    {
        named<QLineEdit>(*m_shell->page, QStringLiteral("Certificate"))->setText(QStringLiteral("/c.pem"));
        QVERIFY(!m_shell->settingsPage().section(QStringLiteral("api"))->isAcceptable());
        named<QLineEdit>(*m_shell->page, QStringLiteral("Private key"))->setText(QStringLiteral("/k.pem"));
        QVERIFY(m_shell->settingsPage().section(QStringLiteral("api"))->isAcceptable());
    }

    void aBannerStaysWhileOthersReachTheApi()
    {
        QVERIFY(notice().text().isEmpty());
        settings::EngineSettings settings = m_settings;
        settings.remote.enabled = true;
        Q_EMIT m_shell->fake.settingsChanged(settings);
        QVERIFY(notice().text().isEmpty()); // this computer alone
        settings.remote.address = "0.0.0.0";
        Q_EMIT m_shell->fake.settingsChanged(settings);
        QVERIFY(notice().text().contains(QStringLiteral("0.0.0.0 port 8080")) && notice().text().contains(QStringLiteral("not encrypted")));
        settings.remote.certificate = "/c.pem";
        Q_EMIT m_shell->fake.settingsChanged(settings);
        QVERIFY(!notice().text().isEmpty() && !notice().text().contains(QStringLiteral("not encrypted")));
        settings.remote.enabled = false;
        Q_EMIT m_shell->fake.settingsChanged(settings);
        QVERIFY(notice().text().isEmpty());
    }

    void aFailureSaysCauseAndRemedyUntilItListens()
    {
        settings::EngineSettings settings = m_settings;
        settings.remote.enabled = true;
        Q_EMIT m_shell->fake.settingsChanged(settings);
        m_feature->setApiTrouble(ApiTrouble::PortTaken);
        QVERIFY(notice().text().contains(QStringLiteral("port 8080")) && notice().text().contains(QStringLiteral("Choose another port")));
        m_feature->setApiTrouble(ApiTrouble::NotProtected);
        QVERIFY(notice().text().contains(QStringLiteral("neither a password nor a key")));
        m_feature->setApiTrouble(std::nullopt);
        QVERIFY(notice().text().isEmpty());
    }

private:
    [[nodiscard]] QPushButton *button(const char *name) const { return named<QPushButton>(*m_shell->page->findChild<ApiSecretRow *>(), QString::fromUtf8(name)); }
    [[nodiscard]] const ApiNotice &notice() const { return *qobject_cast<ApiNotice *>(m_shell->banner.get()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeSecrets m_secrets;
    settings::EngineSettings m_settings;
    std::unique_ptr<SettingsShell> m_shell;
    std::unique_ptr<SettingsFeature> m_feature;
};

QTEST_MAIN(TestApiSettings)
#include "tst_api_settings.moc"
