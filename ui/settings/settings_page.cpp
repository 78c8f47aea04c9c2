#include "ui/settings/settings_page.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/settings/sections.h"
#include "ui/settings/settings_form.h"
#include "ui/text/tr.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/tool_buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_sections(makeSections(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(plainLabel({}, this))
    , m_notice(new NoticeBar(this))
    , m_discard(new QPushButton(TrSettings::tr("Discard changes"), this))
    , m_apply(new QPushButton(TrSettings::tr("Apply"), this))
{
    build();
    for (SettingsForm *section : m_sections)
        addSection(*section);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_nothing);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_stack->setCurrentIndex(row);
        toFirstMatch();
    });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::discard);
    connect(m_apply, &QPushButton::clicked, this, &SettingsPage::apply);
    m_list->setCurrentRow(0);
    refresh();
}

void SettingsPage::addSection(SettingsForm &section)
{
    auto *item = new QListWidgetItem(section.title(), m_list);
    item->setSizeHint(QSize(0, rowHeight(false, fontMetrics())));
    auto *area = new QScrollArea(m_stack);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // its controls have it
    area->setWidget(&section);
    area->setAccessibleName(section.title());
    m_stack->addWidget(area);
    connect(&section, &SettingsForm::edited, this, &SettingsPage::take);
    section.load(m_current);
}

QLayout *SettingsPage::buildSide()
{
    makeFilter(*m_search, TrSettings::tr("Search the settings"));
    m_search->setPlaceholderText(TrSettings::tr("Search"));
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->setAccessibleName(TrSettings::tr("Sections of the settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAutoFillBackground(false);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setFixedWidth(textWidth(*this, 26));
    m_search->setFixedWidth(m_list->width() - 2 * kGap);
    auto *side = new QVBoxLayout;
    onGrid(*side, 0, 0);
    side->addSpacing(kGap);
    side->addWidget(m_search, 0, Qt::AlignHCenter);
    side->addSpacing(kGap);
    side->addWidget(m_list);
    return side;
}

void SettingsPage::build()
{
    setFocusProxy(m_list);
    QLayout *side = buildSide();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(kMargin, kGap, kMargin, 12);
    buttons->setSpacing(kGap);
    buttons->addWidget(m_notice, 1);
    buttons->addStretch(0);
    buttons->addWidget(m_discard, 0, Qt::AlignBottom);
    buttons->addWidget(m_apply, 0, Qt::AlignBottom);
    auto *right = new QVBoxLayout;
    onGrid(*right, 0, 0);
    right->addWidget(m_stack, 1);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    onGrid(*row, 0, 0);
    row->addLayout(side);
    row->addWidget(new Hairline(Qt::Vertical, this));
    row->addLayout(right, 1);
}

SettingsForm *SettingsPage::section(const QString &id) const
{
    const auto found = std::ranges::find_if(m_sections, [&](const SettingsForm *section) { return section->id() == id; });
    return found == m_sections.end() ? nullptr : *found;
}

void SettingsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SettingsPage::search(const QString &text)
{
    if (m_search->text() != text)
        return m_search->setText(text); // and comes back
    showMatches(folded(text).split(u' ', Qt::SkipEmptyParts));
}

void SettingsPage::showMatches(const QStringList &terms)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        SettingsForm &section = *m_sections.at(row);
        const int count = section.search(terms);
        const bool shown = terms.isEmpty() || count > 0 || section.titleMatches(terms);
        m_list->setRowHidden(row, !shown);
        m_list->item(row)->setText(count > 0 ? TrSettings::tr("%1 (%2)", "section (how many rows match)").arg(section.title()).arg(count) : section.title());
        if (shown && (first < 0 || row == m_list->currentRow()))
            first = row; // the one that is shown stays, if it may
    }
    m_nothing->setText(TrSettings::tr("No setting matches “%1”. Try another word, or clear the search with Escape.").arg(m_search->text().left(60)));
    if (first < 0) {
        m_stack->setCurrentWidget(m_nothing);
        m_list->setCurrentRow(-1);
        return;
    }
    m_list->setCurrentRow(first);
    m_stack->setCurrentIndex(first);
    toFirstMatch();
}

void SettingsPage::toFirstMatch()
{
    const int row = m_list->currentRow();
    auto *area = row < 0 ? nullptr : qobject_cast<QScrollArea *>(m_stack->widget(row));
    const QRect place = area ? m_sections.at(row)->placeOfFirstMatch() : QRect();
    if (place.isValid())
        area->ensureVisible(place.center().x(), place.center().y(), 0, place.height() / 2 + kMargin);
}

bool SettingsPage::searchKey(int key)
{
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Escape) {
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    QWidget *match = isEnter && m_list->currentRow() >= 0 ? m_sections.at(m_list->currentRow())->firstMatch() : nullptr;
    if (match)
        match->setFocus(Qt::TabFocusReason);
    return match != nullptr;
}

// The window's key for the filter belongs to the list of transfers; on this page it is that of the search.
bool SettingsPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SettingsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find) || event->key() == Qt::Key_Slash)
        focusSearch();
    else
        QWidget::keyPressEvent(event);
}

bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Slash) {
        focusSearch(); // the list would look for a section of that name
        return true;
    }
    if (watched == m_search && event->type() == QEvent::KeyPress && searchKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void SettingsPage::setCurrent(const Preferences &preferences)
{
    const Preferences edited = isDirty() ? merged(m_current, m_edited, preferences) : preferences;
    m_current = preferences;
    if (edited != m_edited) {
        m_edited = edited;
        for (SettingsForm *section : m_sections)
            section->load(m_edited);
    }
    refresh();
}

void SettingsPage::take()
{
    for (SettingsForm *section : m_sections)
        section->store(m_edited);
    m_notice->clear();
    refresh();
}

void SettingsPage::refresh()
{
    const auto refused = std::ranges::count_if(m_sections, [](const SettingsForm *section) { return !section->isAcceptable(); });
    m_discard->setEnabled(isDirty() || refused > 0);
    m_apply->setEnabled(isDirty() && refused == 0);
}

void SettingsPage::showSection(int index)
{
    m_list->setCurrentRow(index);
}

void SettingsPage::showProblem(const QString &text)
{
    m_notice->show(NoticeBar::Tone::Warning, text);
}

void SettingsPage::showNews(const QString &text)
{
    m_notice->show(NoticeBar::Tone::Information, text);
}

void SettingsPage::discard()
{
    m_edited = m_current;
    for (SettingsForm *section : m_sections)
        section->load(m_current);
    m_notice->clear();
    refresh();
}

void SettingsPage::apply()
{
    m_notice->clear();
    Q_EMIT applyRequested(m_edited);
}

} // namespace trib::ui
