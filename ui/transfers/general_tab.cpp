#include "ui/transfers/general_tab.h"

#include "ui/models/label_names.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pieces_bar.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace trib::ui {
namespace {

constexpr int kGeneralIcon = 16;
constexpr int kColumnGap = 24;
constexpr int kRowGap = 6;
constexpr int kTwoColumns = 100; // average characters that two columns need

QLabel *valueLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

// Shows that the keys scroll it.
class Content final : public QWidget {
public:
    explicit Content(const QWidget &area)
        : m_area(area)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QWidget::paintEvent(event);
        if (!m_area.hasFocus())
            return;
        QPainter painter(this); // a line alone: some styles fill the frame, which is too much for an area of this size
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(visibleRegion().boundingRect().adjusted(0, 0, -1, -1));
    }

private:
    const QWidget &m_area;
};

QGridLayout *makeGrid(QBoxLayout &columns, int share)
{
    auto *half = new QVBoxLayout;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(kRowGap);
    grid->setColumnStretch(1, 1);
    half->addLayout(grid);
    half->addStretch(1);
    columns.addLayout(half, share);
    return grid;
}

} // namespace

GeneralTab::GeneralTab(QWidget *parent)
    : QScrollArea(parent)
    , m_stateIcon(new QLabel)
    , m_state(valueLabel(nullptr))
    , m_remedy(new QPushButton)
    , m_bars(new QWidget)
    , m_pieces(new PiecesBar(PiecesBar::Shows::Pieces, m_bars))
    , m_availability(new PiecesBar(PiecesBar::Shows::Availability, m_bars))
    , m_availabilityCaption(new QLabel(TrTransfers::tr("Available"), m_bars))
    , m_verified(new QLabel(m_bars))
    , m_copies(new QLabel(m_bars))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setAccessibleName(TrTransfers::tr("General"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new Content(*this);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(12);
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_stateIcon);
    state->addWidget(m_state, 1);
    state->addWidget(m_remedy);
    rows->addLayout(state);
    makeBars();
    rows->addWidget(m_bars);
    // Two columns that close up each for itself: a field without a value leaves no gap in either.
    m_columns->setSpacing(kColumnGap);
    const std::array grids{makeGrid(*m_columns, 2), makeGrid(*m_columns, 3)};
    const std::array captions{TrTransfers::tr("Size"), TrTransfers::tr("Downloaded so far"), TrTransfers::tr("Uploaded"),
                              TrTransfers::tr("Received"), TrTransfers::tr("Ratio"), TrTransfers::tr("Time left"),
                              TrTransfers::tr("Time active"), TrTransfers::tr("Added"), TrTransfers::tr("Completed"),
                              TrTransfers::tr("Saved in"), TrTransfers::tr("Category"), TrTransfers::tr("Tags"), TrTransfers::tr("Info-hash"), TrTransfers::tr("Info-hash v2"),
                              TrTransfers::tr("Pieces"), TrTransfers::tr("Private"), TrTransfers::tr("Made"),
                              TrTransfers::tr("Comment")};
    static_assert(captions.size() == FieldCount);
    for (int field = 0; field < FieldCount; ++field)
        addField(*grids.at(field < SavedIn ? 0 : 1), static_cast<Field>(field), captions.at(static_cast<std::size_t>(field)));
    rows->addLayout(m_columns);
    rows->addStretch(1);
    setWidget(content);
    connect(m_remedy, &QPushButton::clicked, this, [this] { Q_EMIT actionWanted(m_words.action); });
}

void GeneralTab::makeBars()
{
    auto *grid = new QGridLayout(m_bars);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(kRowGap);
    grid->setColumnStretch(1, 1);
    auto *caption = new QLabel(TrTransfers::tr("Pieces"), m_bars);
    for (QLabel *label : {caption, m_availabilityCaption})
        label->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_verified, m_copies}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    grid->addWidget(caption, 0, 0);
    grid->addWidget(m_pieces, 0, 1);
    grid->addWidget(m_verified, 0, 2);
    grid->addWidget(m_availabilityCaption, 1, 0);
    grid->addWidget(m_availability, 1, 1);
    grid->addWidget(m_copies, 1, 2);
}

void GeneralTab::showPieces(const PieceMap &map)
{
    m_pieces->setPieces(map);
    m_availability->setPieces(map);
    m_verified->setText(TrTransfers::tr("%1 of %2", "pieces").arg(formatCount(map.verified), formatCount(map.pieces)));
    const bool counted = map.unavailable.has_value();
    m_copies->setText(!counted ? QString() : *map.unavailable == 0 ? TrTransfers::tr("every piece") : TrTransfers::tr("%n missing", "pieces that nobody has", *map.unavailable));
    for (QWidget *part : std::initializer_list<QWidget *>{m_availabilityCaption, m_availability, m_copies})
        part->setVisible(counted);
}

void GeneralTab::addField(QGridLayout &grid, Field field, const QString &caption)
{
    auto *label = new QLabel(caption);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *value = valueLabel(nullptr);
    value->setAccessibleName(caption);
    label->setBuddy(value);
    grid.addWidget(label, field, 0, Qt::AlignTop);
    grid.addWidget(value, field, 1, Qt::AlignTop);
    m_captions.at(field) = label;
    m_values.at(field) = value;
}

// A field without a value is not there.
void GeneralTab::set(Field field, const QString &text, const QString &toolTip)
{
    QLabel *value = m_values.at(field);
    if (value->text() != text)
        value->setText(text);
    value->setToolTip(toolTip.isEmpty() ? QString() : plainToolTip(toolTip));
    value->setVisible(!text.isEmpty());
    m_captions.at(field)->setVisible(!text.isEmpty());
}

void GeneralTab::showState(const TorrentSnapshot &torrent)
{
    m_words = stateWords(torrent);
    m_state->setText(m_words.text);
    m_stateIcon->setPixmap(icon(m_words.icon, toneColour(m_words.tone, palette())).pixmap({kGeneralIcon, kGeneralIcon}, devicePixelRatioF()));
    m_remedy->setVisible(m_words.action != StateAction::None);
    m_remedy->setText(actionText(m_words.action));
}

void GeneralTab::setTorrent(const TorrentSnapshot &t)
{
    showState(t);
    set(Size, t.hasMetadata ? formatBytes(t.size) : QString(), formatBytesExact(t.size));
    const QString done = TrTransfers::tr("%1 of %2 (%3)").arg(formatBytes(t.done), formatBytes(t.wanted), formatPercent(t.progressPermille));
    set(Done, t.hasMetadata && t.done < t.wanted ? done : QString(), formatBytesExact(t.done));
    set(Uploaded, formatBytes(t.uploaded), formatBytesExact(t.uploaded));
    set(Downloaded, formatBytes(t.downloaded), formatBytesExact(t.downloaded));
    set(Ratio, formatRatio(t.ratioPermille));
    set(Eta, t.eta ? formatEta(t.eta) : QString());
    const QString seeding = t.seedingTime.count() > 0 ? TrTransfers::tr("%1, seeding for %2").arg(formatDuration(t.activeTime), formatDuration(t.seedingTime))
                                                      : formatDuration(t.activeTime);
    set(Active, seeding);
    set(SavedIn, fromUtf8(t.savePath));
    set(Category, fromUtf8(t.category));
    set(Tags, tagsText(t.tags));
    set(Added, formatTime(t.added));
    set(Completed, t.completed ? formatTime(*t.completed) : QString());
    set(Hash, t.infoHash.v1 ? fromUtf8(t.infoHash.v1->toHex()) : QString());
    set(Hash2, t.infoHash.v2 ? fromUtf8(t.infoHash.v2->toHex()) : QString());
    set(Private, t.isPrivate ? TrTransfers::tr("Yes: peers come from its trackers alone") : QString());
}

void GeneralTab::setDetail(const GeneralDetail *detail)
{
    m_bars->setVisible(detail && detail->pieceMap.pieces > 0);
    if (!detail) {
        for (const Field field : {Pieces, Made, Comment})
            set(field, {});
        return;
    }
    showPieces(detail->pieceMap);
    set(Pieces, detail->pieceCount > 0 ? TrTransfers::tr("%1 of %2 each", "count of pieces, size of one").arg(formatCount(detail->pieceCount), formatBytes(detail->pieceLength)) : QString());
    const QString when = detail->created ? formatTime(*detail->created) : QString();
    const QString by = fromUtf8(detail->creator);
    set(Made, when.isEmpty() || by.isEmpty() ? when + by : TrTransfers::tr("%1 with %2", "date, program").arg(when, by));
    set(Comment, fromUtf8(detail->comment));
}

void GeneralTab::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool wide = viewport()->width() >= kTwoColumns * fontMetrics().averageCharWidth();
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(wide ? kColumnGap : kRowGap);
}

void GeneralTab::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    widget()->update();
}

void GeneralTab::focusOutEvent(QFocusEvent *event)
{
    QScrollArea::focusOutEvent(event);
    widget()->update();
}

void GeneralTab::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_words.icon.isEmpty())
        m_stateIcon->setPixmap(icon(m_words.icon, toneColour(m_words.tone, palette())).pixmap({kGeneralIcon, kGeneralIcon}, devicePixelRatioF()));
}

} // namespace trib::ui
