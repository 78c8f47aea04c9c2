#include "ui/statistics/statistics_dialog.h"

#include "ui/dialogs/parts.h"
#include "ui/models/transfer_model.h"
#include "ui/statistics/words.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr std::chrono::seconds kEvery{1};
constexpr int kGroupGap = 12;
constexpr int kLineGap = 4;
constexpr qsizetype kGroupsAtTheLeft = 2;

} // namespace

StatisticsDialog::StatisticsDialog(engine::TorrentEngine &engine, const Clock &clock, const TransferModel &torrents, const SessionStatus &status,
    QWidget *parent)
    : QDialog(parent)
    , m_clock(clock)
    , m_torrents(torrents)
    , m_status(status)
{
    prepareDialog(*this, TrStatistics::tr("Statistics"));
    build(groups());
    connect(&engine, &engine::TorrentEngine::statusChanged, this, [this](const SessionStatus &latest) {
        m_status = latest;
        refresh();
    });
    connect(&torrents, &TransferModel::countsChanged, this, &StatisticsDialog::refresh);
    connect(&m_second, &QTimer::timeout, this, &StatisticsDialog::refresh);
    m_second.start(kEvery);
}

QList<FigureGroup> StatisticsDialog::groups() const
{
    QList<FigureGroup> all = statisticsOf(m_status, m_clock.wallNow());
    FigureGroup torrents{TrStatistics::tr("Torrents"), {}};
    for (const StatusFilter filter : kStatusFilters)
        torrents.figures += {statusFilterText(filter), formatCount(m_torrents.count(filter))};
    all.append(torrents);
    return all;
}

void StatisticsDialog::build(const QList<FigureGroup> &groups)
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kWideGap);
    column->addWidget(headline(TrStatistics::tr("Statistics"), this));
    auto *halves = new QHBoxLayout;
    halves->setSpacing(2 * kWideGap);
    QGridLayout *grid = nullptr;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (i == 0 || i == kGroupsAtTheLeft) {
            grid = new QGridLayout;
            grid->setHorizontalSpacing(kWideGap);
            grid->setVerticalSpacing(kLineGap);
            halves->addLayout(grid);
            halves->setAlignment(grid, Qt::AlignTop);
        }
        addGroup(groups.at(i), *grid);
    }
    column->addLayout(halves);
    column->addStretch();
    auto *copy = new QPushButton(TrStatistics::tr("&Copy"), this);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(copy, QDialogButtonBox::ActionRole);
    buttons->addButton(TrStatistics::tr("Close"), QDialogButtonBox::RejectRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

void StatisticsDialog::addGroup(const FigureGroup &group, QGridLayout &grid)
{
    int row = grid.count() == 0 ? 0 : grid.rowCount();
    QLabel *title = plainLabel(group.title, this);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    title->setContentsMargins(0, row == 0 ? 0 : kGroupGap, 0, 0);
    title->setTextInteractionFlags(Qt::NoTextInteraction);
    grid.addWidget(title, row++, 0, 1, 2);
    for (const Figure &figure : group.figures) {
        auto *name = new QLabel(figure.name, this);
        auto *value = new QLabel(figure.value, this);
        for (QLabel *label : {name, value})
            label->setTextFormat(Qt::PlainText);
        value->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        value->setToolTip(plainToolTip(figure.exact));
        value->setMinimumWidth(textWidth(*this, 12));
        value->setAccessibleName(TrStatistics::tr("%1: %2", "name of a figure: its value; for screen readers").arg(figure.name, figure.value));
        grid.addWidget(name, row, 0);
        grid.addWidget(value, row++, 1);
        m_values += value;
    }
}

void StatisticsDialog::refresh()
{
    qsizetype at = 0;
    for (const FigureGroup &group : groups()) {
        for (const Figure &figure : group.figures) {
            QLabel *label = m_values.at(at++);
            if (label->text() == figure.value)
                continue;
            label->setText(figure.value);
            label->setToolTip(plainToolTip(figure.exact));
            label->setAccessibleName(TrStatistics::tr("%1: %2", "name of a figure: its value; for screen readers").arg(figure.name, figure.value));
        }
    }
}

QString StatisticsDialog::text() const
{
    QStringList lines;
    for (const FigureGroup &group : groups()) {
        lines += group.title;
        for (const Figure &figure : group.figures)
            lines += u'\t' + figure.name + u'\t' + (figure.exact.isEmpty() ? figure.value : figure.exact);
    }
    return lines.join(u'\n');
}

} // namespace trib::ui
