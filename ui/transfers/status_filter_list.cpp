#include "ui/transfers/status_filter_list.h"

#include "ui/models/transfer_model.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace trib::ui {
namespace {

constexpr int kCountRole = Qt::UserRole + 1;
constexpr int kFilterMargin = 12;
constexpr int kFilterIcon = 16;
constexpr int kFilterGap = 8;

QString iconOf(StatusFilter status)
{
    switch (status) {
    case StatusFilter::All: return QStringLiteral("transfers");
    case StatusFilter::Downloading: return QStringLiteral("down");
    case StatusFilter::Seeding: return QStringLiteral("seed");
    case StatusFilter::Done: return QStringLiteral("done");
    case StatusFilter::Stopped: return QStringLiteral("pause");
    case StatusFilter::Problems: return QStringLiteral("warning");
    }
    return {};
}

// Icon, word, and the count at the far end.
class FilterDelegate final : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        painter->save();
        paintBackground(painter, option);
        const bool selected = option.state & QStyle::State_Selected;
        const QRect inner = option.rect.adjusted(kFilterMargin, 0, -kFilterMargin, 0);
        const int left = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter;
        const int right = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight)) | Qt::AlignVCenter;
        const QRect place(inner.left(), inner.center().y() - kFilterIcon / 2 + 1, kFilterIcon, kFilterIcon);
        icon(iconOf(static_cast<StatusFilter>(index.row())), selected ? textColour(option) : secondaryText(option.palette))
            .paint(painter, QStyle::visualRect(option.direction, inner, place));
        const QString count = formatCount(index.data(kCountRole).toInt());
        const QRect text = QStyle::visualRect(option.direction, inner, inner.adjusted(kFilterIcon + kFilterGap, 0, 0, 0));
        painter->setPen(textColour(option));
        const int room = text.width() - option.fontMetrics.horizontalAdvance(count) - kFilterGap;
        painter->drawText(text, left, option.fontMetrics.elidedText(option.text, Qt::ElideRight, room));
        painter->setPen(selected ? textColour(option) : secondaryText(option.palette));
        painter->drawText(text, right, count);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {RowDelegate::sizeHint(option, index).width() + kFilterIcon + 2 * kFilterMargin, index.data(Qt::SizeHintRole).toSize().height()};
    }
};

} // namespace

StatusFilterList::StatusFilterList(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(TrTransfers::tr("Filter by state"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new FilterDelegate(this));
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    for (const StatusFilter status : kStatusFilters)
        addItem(statusFilterText(status));
    setCurrentRow(0);
    connect(this, &QListWidget::currentRowChanged, this, [this] { Q_EMIT chosen(current()); });
}

StatusFilter StatusFilterList::current() const
{
    return kStatusFilters.at(static_cast<std::size_t>(std::max(0, currentRow())));
}

void StatusFilterList::setCounts(const TransferModel &model)
{
    for (const StatusFilter status : kStatusFilters) {
        QListWidgetItem *entry = item(static_cast<int>(status));
        const int count = model.count(status);
        if (entry->data(kCountRole).isValid() && entry->data(kCountRole).toInt() == count)
            continue;
        entry->setData(kCountRole, count);
        entry->setData(Qt::AccessibleTextRole, TrTransfers::tr("%1, %n torrent(s)", "a filter and how many it shows", count).arg(entry->text()));
    }
}

int StatusFilterList::preferredWidth() const
{
    int widest = 0;
    for (int row = 0; row < count(); ++row)
        widest = std::max(widest, fontMetrics().horizontalAdvance(item(row)->text()));
    const int most = fontMetrics().horizontalAdvance(formatCount(99'999));
    return 2 * kFilterMargin + kFilterIcon + kFilterGap + widest + kFilterGap + most;
}

void StatusFilterList::setCompact(bool compact)
{
    for (int row = 0; row < count(); ++row)
        item(row)->setSizeHint({0, rowHeight(compact, fontMetrics())});
}

} // namespace trib::ui
