#include "ui/settings/settings_page.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/settings/sections.h"
#include "ui/settings/settings_form.h"
#include "ui/text/tr.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_sections(makeSections(this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
    , m_discard(new QPushButton(TrSettings::tr("Discard changes"), this))
    , m_apply(new QPushButton(TrSettings::tr("Apply"), this))
{
    build();
    for (SettingsForm *section : m_sections) {
        auto *item = new QListWidgetItem(section->title(), m_list);
        item->setSizeHint(QSize(0, rowHeight(false, fontMetrics())));
        auto *area = new QScrollArea(m_stack);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setFocusPolicy(Qt::NoFocus); // its controls have it
        area->setWidget(section);
        area->setAccessibleName(section->title());
        m_stack->addWidget(area);
        connect(section, &SettingsForm::edited, this, &SettingsPage::take);
        section->load(m_current);
    }
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::discard);
    connect(m_apply, &QPushButton::clicked, this, &SettingsPage::apply);
    m_list->setCurrentRow(0);
    refresh();
}

void SettingsPage::build()
{
    setFocusProxy(m_list);
    m_list->setAccessibleName(TrSettings::tr("Sections of the settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAutoFillBackground(false);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setFixedWidth(textWidth(*this, 26));
    auto *side = new QVBoxLayout;
    onGrid(*side, 0, 0);
    side->addSpacing(kGap);
    side->addWidget(m_list);
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
