#include "ui/transfers/status_filter_list.h"

#include "ui/models/transfer_model.h"
#include "ui/text/tr.h"
#include "ui/widgets/filter_delegate.h"

namespace trib::ui {
namespace {

QString iconOf(StatusFilter status)
{
    switch (status) {
    case StatusFilter::All: return QStringLiteral("transfers");
    case StatusFilter::Downloading: return QStringLiteral("down");
    case StatusFilter::Seeding: return QStringLiteral("seed");
    case StatusFilter::Done: return QStringLiteral("done");
    case StatusFilter::Stopped: return QStringLiteral("pause");
    case StatusFilter::Problems: return QStringLiteral("warning");
    case StatusFilter::TrackerErrors: return QStringLiteral("tracker");
    }
    return {};
}

} // namespace

StatusFilterList::StatusFilterList(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(TrTransfers::tr("Filter by state"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new FilterDelegate(this));
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    for (const StatusFilter status : kStatusFilters) {
        auto *entry = new QListWidgetItem(statusFilterText(status), this);
        entry->setData(FilterDelegate::IconRole, iconOf(status));
    }
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
        if (entry->data(FilterDelegate::CountRole).isValid() && entry->data(FilterDelegate::CountRole).toInt() == count)
            continue;
        entry->setData(FilterDelegate::CountRole, count);
        entry->setData(Qt::AccessibleTextRole, TrTransfers::tr("%1, %n torrent(s)", "a filter and how many it shows", count).arg(entry->text()));
    }
}

int StatusFilterList::preferredWidth() const
{
    int widest = 0;
    for (int row = 0; row < count(); ++row)
        widest = std::max(widest, FilterDelegate::widthFor(fontMetrics(), item(row)->text()));
    return widest;
}

void StatusFilterList::setCompact(bool compact)
{
    const int height = rowHeight(compact, fontMetrics());
    for (int row = 0; row < count(); ++row)
        item(row)->setSizeHint({0, height});
    setFixedHeight(count() * height);
}

} // namespace trib::ui
