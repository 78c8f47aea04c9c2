#include "ui/settings/automation_sections.h"

#include "ui/settings/api_secret_row.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/validation.h"
#include "ui/text/tr.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>

namespace trib::ui {

using settings::EngineSettings;
using settings::RemoteSettings;

namespace {

void addEncryption(SettingsForm &form)
{
    form.heading(TrSettings::tr("Encryption"));
    QLineEdit *certificate = form.addFile(TrSettings::tr("&Certificate"), [](Preferences &p) -> std::string & { return p.engine.remote.certificate; }, fileProblem,
        TrSettings::tr("None"));
    const auto problem = [certificate](const QString &text) {
        if (text.isEmpty() != certificate->text().trimmed().isEmpty())
            return TrSettings::tr("The certificate and its private key go together: name both or neither.");
        return fileProblem(text);
    };
    form.addFile(TrSettings::tr("Pri&vate key"), [](Preferences &p) -> std::string & { return p.engine.remote.privateKey; }, problem, TrSettings::tr("None"));
    form.explain(TrSettings::tr("Two files in PEM form. Without them, whoever is on the way can read the password."));
}

} // namespace

SettingsForm *apiSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("api"), TrSettings::tr("Other programs"), parent);
    form->explain(TrSettings::tr("Sonarr, Radarr, web pages and telephones can use Tributary as they use qBittorrent. It is off until you switch it on."));
    QCheckBox *enabled = form->addCheck(TrSettings::tr("&Let other programs use Tributary"), [](Preferences &p) -> bool & { return p.engine.remote.enabled; });
    SettingsForm::Number port = numberOf(&EngineSettings::remote, &RemoteSettings::port);
    form->addNumber(TrSettings::tr("&Port"), port)->setGroupSeparatorShown(false);
    auto *address = new QLineEdit(form);
    address->setMinimumWidth(address->fontMetrics().averageCharWidth() * 24);
    address->setMaximumWidth(address->fontMetrics().averageCharWidth() * 56);
    QObject::connect(address, &QLineEdit::textChanged, form, &SettingsForm::changed);
    const auto isProtected = std::make_shared<bool>(false);
    form->addEditor(TrSettings::tr("&Address"), address,
        {[address, isProtected](Preferences &p) {
             *isProtected = !p.engine.remote.passwordHash.empty() || !p.engine.remote.apiKeyHash.empty();
             address->setText(QString::fromStdString(p.engine.remote.address));
         },
            [address](Preferences &p) { p.engine.remote.address = address->text().trimmed().toStdString(); },
            [address, enabled, isProtected] { return apiAddressProblem(address->text().trimmed(), *isProtected || !enabled->isChecked()); }});
    form->explain(TrSettings::tr("127.0.0.1 is for programs on this computer alone."));
    form->addText(TrSettings::tr("&User name"), [](Preferences &p) -> std::string & { return p.engine.remote.user; }, [](const QString &) { return QString(); }, {});
    form->addWidget(new ApiSecretRow(form));
    form->addText(TrSettings::tr("&Host names"), [](Preferences &p) -> std::string & { return p.engine.remote.hostNames; }, hostNamesProblem,
        TrSettings::tr("None"));
    form->explain(TrSettings::tr("By which other computers call this one, beside its address; separated by commas. Calls by other names are refused."));
    addEncryption(*form);
    return form;
}

} // namespace trib::ui
