#include "ui/settings/lists_edit.h"

#include "ui/dialogs/parts.h"
#include "ui/text/tr.h"
#include "ui/widgets/row_delegate.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kLines = 5;

[[nodiscard]] QPushButton *makeButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ListsEdit::ListsEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_remove(makeButton(TrSettings::tr("&Remove"), this))
{
    auto *file = makeButton(TrSettings::tr("Add a f&ile…"), this);
    auto *address = makeButton(TrSettings::tr("Add a web a&ddress"), this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column);
    column->addWidget(m_list);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    for (QPushButton *button : {file, address, m_remove})
        row->addWidget(button);
    row->addStretch();
    column->addLayout(row);
    const int height = rowHeight(true, fontMetrics());
    m_list->setFixedHeight(kLines * height + 2 * m_list->frameWidth());
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(name);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setFocusProxy(m_list);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *gone = new QShortcut(QKeySequence(Qt::Key_Delete), m_list, this, &ListsEdit::removeChosen);
    gone->setContext(Qt::WidgetShortcut);
    connect(file, &QPushButton::clicked, this, &ListsEdit::addFile);
    connect(address, &QPushButton::clicked, this, &ListsEdit::addAddress);
    connect(m_remove, &QPushButton::clicked, this, &ListsEdit::removeChosen);
    connect(m_list, &QListWidget::itemChanged, this, &ListsEdit::itemsChanged);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ListsEdit::refresh);
    refresh();
}

QStringList ListsEdit::split(const QString &text)
{
    QStringList items;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (QString item = part.trimmed().replace(QStringLiteral("%2C"), QStringLiteral(",")); !item.isEmpty())
            items += item;
    }
    return items;
}

QString ListsEdit::join(const QStringList &items)
{
    QStringList parts;
    for (QString item : items)
        parts += item.replace(u',', QStringLiteral("%2C"));
    return parts.join(u',');
}

void ListsEdit::setItems(const QStringList &items)
{
    if (items == this->items())
        return; // what is being edited stays
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QString &item : items)
        add(item);
    refresh();
}

QStringList ListsEdit::items() const
{
    QStringList items;
    for (int i = 0; i < m_list->count(); ++i) {
        if (const QString text = m_list->item(i)->text().trimmed(); !text.isEmpty())
            items += text;
    }
    items.removeDuplicates();
    return items;
}

void ListsEdit::add(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setSizeHint(QSize(0, rowHeight(true, fontMetrics())));
}

void ListsEdit::addFile()
{
    auto *dialog = new QFileDialog(this, TrSettings::tr("A list of addresses"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            add(file);
        Q_EMIT itemsChanged();
    });
    dialog->open();
}

// Typed in place; until then it begins as every address does.
void ListsEdit::addAddress()
{
    add(QStringLiteral("https://"));
    QListWidgetItem *item = m_list->item(m_list->count() - 1);
    m_list->setCurrentItem(item);
    m_list->editItem(item);
    Q_EMIT itemsChanged();
}

void ListsEdit::removeChosen()
{
    qDeleteAll(m_list->selectedItems());
    Q_EMIT itemsChanged();
}

void ListsEdit::refresh()
{
    m_remove->setEnabled(!m_list->selectedItems().isEmpty());
}

} // namespace trib::ui
