#include "ui/dialogs/folder_edit.h"

#include "ui/dialogs/parts.h"
#include "ui/text/tr.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace trib::ui {

FolderEdit::FolderEdit(QWidget *parent)
    : QWidget(parent)
    , m_combo(new QComboBox(this))
    , m_browse(new QPushButton(TrDialogs::tr("&Browse…"), this))
{
    auto *row = new QHBoxLayout(this);
    onGrid(*row);
    row->addWidget(m_combo, 1);
    row->addWidget(m_browse);
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(24);
    m_browse->setAutoDefault(false);
    setFocusProxy(m_combo);
    setAccessibleTitle(TrDialogs::tr("Folder"));
    connect(m_combo, &QComboBox::currentTextChanged, this, [this] { Q_EMIT pathChanged(path()); });
    connect(m_browse, &QPushButton::clicked, this, &FolderEdit::browse);
}

void FolderEdit::setHistory(const QStringList &folders)
{
    const QString now = m_combo->currentText();
    const QSignalBlocker quiet(m_combo);
    m_combo->clear();
    for (const QString &folder : folders)
        m_combo->addItem(QDir::toNativeSeparators(folder));
    m_combo->setEditText(now);
}

void FolderEdit::setPath(const QString &path)
{
    m_combo->setEditText(QDir::toNativeSeparators(path));
}

QString FolderEdit::path() const
{
    QString text = QDir::fromNativeSeparators(m_combo->currentText().trimmed());
    if (text == QStringLiteral("~") || text.startsWith(QStringLiteral("~/")))
        text.replace(0, 1, QDir::homePath());
    return text.isEmpty() ? text : QDir::cleanPath(text);
}

void FolderEdit::setPlaceholder(const QString &text)
{
    m_combo->lineEdit()->setPlaceholderText(text);
}

void FolderEdit::setAccessibleTitle(const QString &title)
{
    m_combo->setAccessibleName(title);
    m_combo->lineEdit()->setAccessibleName(title); // it has the focus for some readers
    m_browse->setAccessibleName(TrDialogs::tr("Browse for: %1").arg(title));
}

void FolderEdit::browse()
{
    auto *dialog = new QFileDialog(this, TrDialogs::tr("Choose a folder"), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderEdit::setPath);
    dialog->open();
}

} // namespace trib::ui
