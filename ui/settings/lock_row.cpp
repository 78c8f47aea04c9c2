#include "ui/settings/lock_row.h"

#include "ui/dialogs/parts.h"
#include "ui/settings/lock_password_dialog.h"
#include "ui/shell/ui_settings.h"
#include "ui/text/tr.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace trib::ui {

LockRow::LockRow(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel({}, this))
    , m_set(new QPushButton(this))
    , m_remove(new QPushButton(TrSettings::tr("Re&move…"), this))
{
    auto *row = new QHBoxLayout(this);
    onGrid(*row);
    row->addWidget(m_words, 1);
    row->addWidget(m_set, 0, Qt::AlignTop);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    m_set->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_remove->setAccessibleName(TrSettings::tr("Remove the window's password"));
    connect(m_set, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_remove, &QPushButton::clicked, this, [this] { ask(true); });
    refresh();
}

void LockRow::join(UiSettingsStore &settings, PasswordHashing hashing)
{
    m_settings = &settings;
    m_hashing = std::move(hashing);
    connect(&settings, &UiSettingsStore::changed, this, &LockRow::refresh);
    refresh();
}

void LockRow::refresh()
{
    const bool has = m_settings && !m_settings->values().lockHash.isEmpty();
    m_words->setText(has ? TrSettings::tr("The window has a password: Ctrl+Shift+L locks it.")
                         : TrSettings::tr("The window has no password and is never locked."));
    m_set->setText(has ? TrSettings::tr("C&hange…") : TrSettings::tr("S&et a password…"));
    m_set->setAccessibleName(has ? TrSettings::tr("Change the window's password") : TrSettings::tr("Set a password for the window"));
    m_set->setEnabled(m_settings && m_hashing.hash);
    m_remove->setVisible(has);
}

void LockRow::ask(bool remove)
{
    using Purpose = LockPasswordDialog::Purpose;
    const std::string hash = m_settings->values().lockHash.toStdString();
    const Purpose purpose = remove ? Purpose::Remove : hash.empty() ? Purpose::Set : Purpose::Change;
    auto *dialog = new LockPasswordDialog(purpose, m_hashing, hash, window());
    connect(dialog, &LockPasswordDialog::made, this, [this](const std::string &made) {
        UiSettings values = m_settings->values();
        values.lockHash = QString::fromStdString(made);
        m_settings->update(values);
    });
    dialog->open();
}

} // namespace trib::ui
