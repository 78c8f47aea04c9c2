#include "ui/transfers/side_filters.h"

#include "ui/models/transfer_model.h"
#include "ui/widgets/filter_delegate.h"
#include "ui/transfers/status_filter_list.h"

#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kSideMargin = 8;
constexpr int kSectionGap = 12;
constexpr int kNarrowest = 20; // average characters

} // namespace

SideFilters::SideFilters(QWidget *parent)
    : QScrollArea(parent)
    , m_statuses(new StatusFilterList(this))
    , m_categories(new LabelTree(LabelKind::Category, this))
    , m_tags(new LabelTree(LabelKind::Tag, this))
    , m_trackers(new LabelTree(LabelKind::Tracker, this))
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, kSideMargin, 0, kSideMargin);
    column->setSpacing(kSectionGap);
    column->addWidget(m_statuses);
    column->addWidget(m_categories);
    column->addWidget(m_tags);
    column->addWidget(m_trackers);
    column->addStretch(1);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setMinimumWidth(kNarrowest * fontMetrics().averageCharWidth());
    connect(m_statuses, &StatusFilterList::chosen, this, &SideFilters::chosen);
    connect(m_statuses, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item && m_statuses->hasFocus())
            ensureVisible(0, m_statuses->y() + m_statuses->visualItemRect(item).center().y(), 0, m_statuses->visualItemRect(item).height());
    });
    connectTree(*m_categories);
    connectTree(*m_tags);
    connectTree(*m_trackers);
}

void SideFilters::connectTree(LabelTree &tree)
{
    connect(&tree, &LabelTree::chosen, this, &SideFilters::chosen);
    connect(&tree, &LabelTree::menuWanted, this, [this, &tree](const LabelChoice &choice, const QPoint &position) { Q_EMIT menuWanted(tree.kind(), choice, position); });
    connect(&tree, &QTreeWidget::currentItemChanged, this, [this, &tree](QTreeWidgetItem *item) {
        if (item && tree.hasFocus())
            ensureVisible(0, tree.y() + tree.visualItemRect(item).center().y(), 0, tree.visualItemRect(item).height());
    });
}

void SideFilters::setLabels(const Labels &labels, const TransferModel &model)
{
    m_categories->setNames(categoryNames(labels));
    m_tags->setNames(tagNames(labels));
    setLabelCounts(model);
}

void SideFilters::setCounts(const TransferModel &model)
{
    m_statuses->setCounts(model);
}

void SideFilters::setLabelCounts(const TransferModel &model)
{
    m_categories->setCounts(model.labelCounts());
    m_tags->setCounts(model.labelCounts());
    if (QStringList hosts = model.labelCounts().trackers(); hosts != m_hosts) {
        m_hosts = std::move(hosts);
        m_trackers->setNames(m_hosts);
    }
    m_trackers->setCounts(model.labelCounts());
}

void SideFilters::setCompact(bool compact)
{
    m_statuses->setCompact(compact);
    m_categories->setCompact(compact);
    m_tags->setCompact(compact);
    m_trackers->setCompact(compact);
}

void SideFilters::reset()
{
    m_statuses->setCurrentRow(0);
    m_categories->reset();
    m_tags->reset();
    m_trackers->reset();
}

TransferFilter SideFilters::filter(const QString &text, bool isExpression) const
{
    return {m_statuses->current(), text, m_categories->current(), m_tags->current(), m_trackers->current(), isExpression};
}

// Names of categories, tags and hosts may be of any length, and are shortened.
int SideFilters::preferredWidth() const
{
    int widest = m_statuses->preferredWidth();
    for (const LabelTree *tree : {m_categories, m_tags, m_trackers})
        widest = std::max(widest, FilterDelegate::widthFor(fontMetrics(), tree->find(std::string())->text(0)));
    return widest;
}

} // namespace trib::ui
