#include "ui/transfers/label_tree.h"

#include "ui/models/label_counts.h"
#include "ui/text/tr.h"
#include "ui/widgets/filter_delegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QSet>
#include <QSignalBlocker>

namespace trib::ui {
namespace {

constexpr int kNameRole = Qt::UserRole + 20;

LabelChoice choiceOf(const QTreeWidgetItem *item)
{
    const QVariant name = item ? item->data(0, kNameRole) : QVariant();
    return name.isValid() ? LabelChoice(name.toString().toStdString()) : std::nullopt;
}

struct SectionWords {
    QString heading;
    QString accessibleName;
    QString none; // of the entry of those without
    QString icon;
};

SectionWords wordsOf(LabelKind kind)
{
    switch (kind) {
    case LabelKind::Category: return {TrTransfers::tr("Categories"), TrTransfers::tr("Filter by category"), TrTransfers::tr("No category"), QStringLiteral("folder")};
    case LabelKind::Tag: return {TrTransfers::tr("Tags"), TrTransfers::tr("Filter by tag"), TrTransfers::tr("No tag"), QStringLiteral("tag")};
    case LabelKind::Tracker: return {TrTransfers::tr("Trackers"), TrTransfers::tr("Filter by tracker"), TrTransfers::tr("No tracker"), QStringLiteral("tracker")};
    }
    return {};
}

bool isBelow(const QTreeWidgetItem *item, const QTreeWidgetItem *above)
{
    while (item && item != above)
        item = item->parent();
    return item;
}

} // namespace

LabelTree::LabelTree(LabelKind kind, QWidget *parent)
    : QTreeWidget(parent)
    , m_kind(kind)
    , m_head(new QTreeWidgetItem(this))
{
    setAccessibleName(wordsOf(kind).accessibleName);
    setFrameShape(NoFrame);
    setHeaderHidden(true);
    setIndentation(0); // the delegate's
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    header()->setMinimumSectionSize(1);
    setItemDelegate(new FilterDelegate(this));
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_head->setText(0, wordsOf(kind).heading);
    m_head->setData(0, FilterDelegate::HeadRole, true);
    m_head->setFlags(Qt::ItemIsEnabled); // it is where nothing is chosen
    m_head->setExpanded(true);
    setCurrentItem(m_head);
    setNames({});
    connect(this, &QTreeWidget::currentItemChanged, this, &LabelTree::takeChoice);
    connect(this, &QTreeWidget::itemExpanded, this, &LabelTree::fitHeight);
    connect(this, &QTreeWidget::itemCollapsed, this, &LabelTree::takeCollapsed);
}

QTreeWidgetItem *LabelTree::add(QTreeWidgetItem *above, const QString &name)
{
    const bool none = name.isEmpty();
    auto *item = new QTreeWidgetItem(above);
    item->setText(0, none ? wordsOf(m_kind).none : m_kind == LabelKind::Category ? name.section(u'/', -1) : name);
    item->setData(0, kNameRole, name);
    item->setData(0, FilterDelegate::IconRole, wordsOf(m_kind).icon);
    item->setData(0, FilterDelegate::DepthRole, m_kind == LabelKind::Category ? static_cast<int>(name.count(u'/')) : 0);
    item->setToolTip(0, none ? QString() : plainToolTip(name));
    m_items.insert(name, item);
    return item;
}

void LabelTree::setNames(const QStringList &names)
{
    const LabelChoice before = current();
    QSet<QString> closed;
    for (auto it = m_items.cbegin(); it != m_items.cend(); ++it) {
        if (it.value()->childCount() > 0 && !it.value()->isExpanded())
            closed.insert(it.key());
    }
    {
        const QSignalBlocker quiet(this);
        qDeleteAll(m_head->takeChildren());
        m_items.clear();
        (void)add(m_head, {});
        for (const QString &name : names) {
            const qsizetype last = m_kind == LabelKind::Category ? name.lastIndexOf(u'/') : -1;
            QTreeWidgetItem *above = last < 0 ? m_head : m_items.value(name.left(last), m_head);
            (void)add(above, name);
        }
        for (auto it = m_items.cbegin(); it != m_items.cend(); ++it)
            it.value()->setExpanded(it.value()->childCount() > 0 && !closed.contains(it.key()));
        QTreeWidgetItem *now = find(before);
        setCurrentItem(now ? now : m_head);
    }
    setVisible(!names.isEmpty());
    fitHeight();
    takeChoice();
}

void LabelTree::setCounts(const LabelCounts &counts)
{
    for (auto it = m_items.cbegin(); it != m_items.cend(); ++it) {
        const std::string name = it.key().toStdString();
        const int count = m_kind == LabelKind::Category ? counts.inCategory(name) : m_kind == LabelKind::Tag ? counts.withTag(name) : counts.withTracker(name);
        QTreeWidgetItem &item = *it.value();
        const QVariant known = item.data(0, FilterDelegate::CountRole);
        if (known.isValid() && known.toInt() == count)
            continue;
        item.setData(0, FilterDelegate::CountRole, count);
        const QString spoken = name.empty() ? item.text(0) : it.key();
        item.setData(0, Qt::AccessibleTextRole, TrTransfers::tr("%1, %n torrent(s)", "a filter and how many it shows", count).arg(spoken));
    }
}

void LabelTree::setCompact(bool compact)
{
    m_rowHeight = ui::rowHeight(compact, fontMetrics());
    fitHeight();
}

void LabelTree::reset()
{
    setCurrentItem(m_head);
}

LabelChoice LabelTree::current() const
{
    return choiceOf(currentItem());
}

QTreeWidgetItem *LabelTree::find(const LabelChoice &choice) const
{
    return choice ? m_items.value(fromUtf8(*choice)) : m_head;
}

void LabelTree::takeChoice()
{
    const LabelChoice now = current();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT chosen();
}

// What is chosen can be seen.
void LabelTree::takeCollapsed(QTreeWidgetItem *item)
{
    if (isBelow(currentItem(), item))
        setCurrentItem(item);
    fitHeight();
}

void LabelTree::fitHeight()
{
    int rows = 0;
    for (QTreeWidgetItem *item = m_head; item; item = itemBelow(item)) {
        item->setSizeHint(0, {0, m_rowHeight});
        ++rows;
    }
    setFixedHeight(rows * m_rowHeight);
}

void LabelTree::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        openMenuOfCurrent();
    else if (const QTreeWidgetItem *item = itemAt(event->pos()))
        Q_EMIT menuWanted(choiceOf(item), event->globalPos());
}

void LabelTree::openMenuOfCurrent()
{
    if (currentItem())
        Q_EMIT menuWanted(current(), viewport()->mapToGlobal(visualItemRect(currentItem()).center()));
}

void LabelTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        openMenuOfCurrent();
    else
        QTreeWidget::keyPressEvent(event);
}

// The arrow opens and closes without choosing, and so does a menu.
void LabelTree::mousePressEvent(QMouseEvent *event)
{
    QTreeWidgetItem *item = itemAt(event->pos());
    const QRect arrow = item ? FilterDelegate::arrowRect(visualItemRect(item), indexFromItem(item), layoutDirection()) : QRect();
    const bool onArrow = item && item->childCount() > 0 && event->pos().x() >= arrow.left() && event->pos().x() <= arrow.right();
    if (onArrow && event->button() == Qt::LeftButton)
        item->setExpanded(!item->isExpanded());
    else if (event->button() == Qt::LeftButton)
        QTreeWidget::mousePressEvent(event);
}

} // namespace trib::ui
