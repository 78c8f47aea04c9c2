#include "ui/log/log_page.h"

#include "ui/dialogs/parts.h"
#include "ui/log/words.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tool_buttons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QUrl>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr std::chrono::milliseconds kPollEvery{1000};
constexpr int kIcon = 16;
constexpr int kIconGap = 6;

// An icon beside the word, so that what went wrong is found among what went well.
class LevelDelegate final : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        RowDelegate::paint(painter, given, index);
        const auto level = static_cast<LogLevel>(index.data(LogModel::LevelRole).toInt());
        if (level < LogLevel::Warning)
            return;
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const bool isError = level == LogLevel::Error;
        const QColor tone = option.state & QStyle::State_Selected ? textColour(option)
                                                                  : toneColour(isError ? StateTone::Danger : StateTone::Problem, option.palette);
        const int after = kCellMargin + option.fontMetrics.horizontalAdvance(option.text) + kIconGap;
        const QRect place(option.rect.left() + after, option.rect.center().y() - kIcon / 2 + 1, kIcon, kIcon);
        icon(isError ? QStringLiteral("error") : QStringLiteral("warning"), tone).paint(painter, QStyle::visualRect(option.direction, option.rect, place));
    }
};

} // namespace

LogPage::LogPage(const LogHistory &history, QString folder, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_folder(std::move(folder))
    , m_level(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_follow(new QCheckBox(TrLog::tr("&Follow"), this))
    , m_table(new QTableView(this))
    , m_nothing(plainLabel({}, m_table))
    , m_copy(new QPushButton(TrLog::tr("&Copy"), this))
    , m_clear(new QPushButton(TrLog::tr("Clear the &view"), this))
    , m_open(new QPushButton(TrLog::tr("&Open the folder"), this))
{
    m_filter.setSourceModel(&m_model);
    buildBar();
    buildTable();
    m_timer.setInterval(kPollEvery);
    connect(&m_timer, &QTimer::timeout, this, &LogPage::poll);
    setFocusProxy(m_table);
    sayWhatIsMissing();
}

void LogPage::buildBar()
{
    m_level->addItems({TrLog::tr("Everything"), TrLog::tr("Information and worse"), TrLog::tr("Warnings and errors"), TrLog::tr("Errors alone")});
    m_level->setCurrentIndex(static_cast<int>(LogLevel::Info));
    m_filter.setLeast(LogLevel::Info);
    m_level->setAccessibleName(TrLog::tr("What is shown"));
    makeFilter(*m_text, TrLog::tr("Filter by words"));
    m_follow->setChecked(true);
    m_follow->setToolTip(TrLog::tr("The newest entry stays in sight"));
    m_copy->setToolTip(TrLog::tr("The selected entries, or all that are shown"));
    m_clear->setToolTip(TrLog::tr("The file keeps everything"));
    m_open->setToolTip(TrLog::tr("Where the log's file is"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, kGap, 12, kGap);
    bar->setSpacing(kGap);
    bar->addWidget(m_level);
    bar->addWidget(m_text, 1);
    bar->addWidget(m_follow);
    for (QPushButton *button : {m_copy, m_clear, m_open}) {
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    onGrid(*column, 0, 0);
    column->addLayout(bar);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_table, 1);
    connect(m_level, &QComboBox::currentIndexChanged, this, [this](int level) {
        m_filter.setLeast(static_cast<LogLevel>(level));
        follow();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setText(text);
        follow();
    });
    connect(m_follow, &QCheckBox::toggled, this, &LogPage::follow);
    connect(m_copy, &QPushButton::clicked, this, &LogPage::copy);
    connect(m_clear, &QPushButton::clicked, this, &LogPage::clear);
    connect(m_open, &QPushButton::clicked, this, &LogPage::openFolder);
}

void LogPage::buildTable()
{
    m_table->setModel(&m_filter);
    m_table->installEventFilter(this);
    m_table->setAccessibleName(TrLog::tr("Log"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(true, fontMetrics()));
    m_table->setHorizontalHeader(new TableHeader(m_table));
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setItemDelegateForColumn(LogModel::Level, new LevelDelegate(m_table));
    m_table->setColumnWidth(LogModel::Time, fontMetrics().horizontalAdvance(QStringLiteral("2000-00-00 00:00:00")) + 3 * kCellMargin);
    int widest = 0;
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
        widest = std::max(widest, fontMetrics().horizontalAdvance(levelText(level)));
    m_table->setColumnWidth(LogModel::Level, widest + kIconGap + kIcon + 2 * kCellMargin);
    auto *middle = new QVBoxLayout(m_table);
    middle->addWidget(m_nothing, 0, Qt::AlignCenter);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setTextInteractionFlags(Qt::NoTextInteraction);
    auto *keys = new QShortcut(QKeySequence::Copy, m_table, this, &LogPage::copy);
    keys->setContext(Qt::WidgetShortcut);
    // Who scrolls back wants to read; who comes to the end again wants what comes.
    connect(m_table->verticalScrollBar(), &QAbstractSlider::actionTriggered, this, [this] {
        const QScrollBar *bar = m_table->verticalScrollBar();
        m_follow->setChecked(bar->sliderPosition() >= bar->maximum());
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &LogPage::sayWhatIsMissing);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &LogPage::sayWhatIsMissing);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &LogPage::sayWhatIsMissing);
}

void LogPage::sayWhatIsMissing()
{
    const bool isEmpty = m_filter.rowCount() == 0;
    m_nothing->setVisible(isEmpty);
    m_copy->setEnabled(!isEmpty);
    m_clear->setEnabled(m_model.rowCount() > 0);
    if (isEmpty)
        m_nothing->setText(m_model.rowCount() == 0 ? TrLog::tr("Nothing has been noted yet.") : TrLog::tr("No entry matches."));
    m_table->setAccessibleDescription(isEmpty ? m_nothing->text() : TrLog::tr("The entries are in English, for whoever looks for a cause."));
}

// The window's key for the filter belongs to the list of transfers; on this page it is that of the entries.
bool LogPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void LogPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find) || event->key() == Qt::Key_Slash)
        focusFilter();
    else
        QWidget::keyPressEvent(event);
}

bool LogPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Slash)
        return QWidget::eventFilter(watched, event);
    focusFilter(); // the table would look for an entry that begins so
    return true;
}

void LogPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    poll();
    m_timer.start();
}

void LogPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void LogPage::poll()
{
    auto fresh = m_history.since(m_model.last());
    if (fresh.empty())
        return;
    m_model.add(std::move(fresh));
    follow();
}

void LogPage::follow()
{
    if (m_follow->isChecked())
        m_table->scrollToBottom();
}

void LogPage::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void LogPage::copy()
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    std::vector<int> rows;
    for (const QModelIndex &index : chosen)
        rows.push_back(index.row());
    for (int row = 0; chosen.isEmpty() && row < m_filter.rowCount(); ++row)
        rows.push_back(row);
    std::ranges::sort(rows);
    QStringList lines;
    for (const int row : rows)
        lines += m_model.line(m_filter.mapToSource(m_filter.index(row, 0)).row());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogPage::clear()
{
    m_model.clear();
}

void LogPage::openFolder()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)))
        Q_EMIT folderNotOpened(m_folder);
}

} // namespace trib::ui
