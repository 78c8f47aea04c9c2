#include "ui/feeds/rules_dialog.h"

#include "core/engine/feed_matcher.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/feeds/rule_drafts.h"
#include "ui/feeds/rule_form.h"
#include "ui/feeds/rule_matches.h"
#include "ui/feeds/words.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/row_delegate.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr QSize kFirstSize(920, 680);
constexpr QSize kSmallest(640, 440);
constexpr int kListWidth = 24; // average characters
constexpr int kFormHeight = 380;
constexpr int kMatchesHeight = 160;

} // namespace

RulesDialog::RulesDialog(engine::TorrentEngine &engine, const engine::FeedsPointer &feeds, const Labels &labels, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_drafts(new RuleDrafts(this))
    , m_list(new QListView(this))
    , m_new(new QPushButton(TrFeeds::tr("New &rule"), this))
    , m_duplicate(new QPushButton(TrFeeds::tr("&Duplicate"), this))
    , m_remove(new QPushButton(TrFeeds::tr("Remo&ve"), this))
    , m_pages(new QStackedWidget(this))
    , m_form(new RuleForm(this))
    , m_matches(new RuleMatches(clock, this))
    , m_notice(new NoticeBar(this))
    , m_save(new QPushButton(TrFeeds::tr("&Save"), this))
{
    prepareDialog(*this, TrFeeds::tr("Rules for feeds"));
    QDialogButtonBox *buttons = buttonBox(m_save, *this);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(kWideGap);
    middle->addWidget(makeList());
    middle->addWidget(makeRule(), 1);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(TrFeeds::tr("Rules add what appears in feeds by themselves"), this));
    column->addLayout(middle, 1);
    column->addWidget(m_notice);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    setMinimumSize(kSmallest);
    resize(parent ? kFirstSize.boundedTo(parent->window()->size()).expandedTo(kSmallest) : kFirstSize);
    m_form->setLabels(labels);
    setFeeds(feeds);
    connect(buttons, &QDialogButtonBox::accepted, this, &RulesDialog::save);
    connect(&engine, &engine::TorrentEngine::feedsChanged, this, &RulesDialog::setFeeds);
    connect(&engine, &engine::TorrentEngine::labelsChanged, m_form, &RuleForm::setLabels);
    connect(m_form, &RuleForm::edited, this, &RulesDialog::takeForm);
    connect(m_drafts, &RuleDrafts::edited, this, [this](int row) {
        if (row == current() && !m_taking)
            showCurrent();
        m_notice->clear();
        check();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesDialog::showCurrent);
    choose(0);
    m_list->setFocus();
}

QWidget *RulesDialog::makeList()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    onGrid(*column);
    column->addWidget(m_list, 1);
    m_list->setModel(m_drafts);
    m_list->setUniformItemSizes(true);
    auto *rows = new TreeRowDelegate(m_list);
    rows->height = rowHeight(true, fontMetrics());
    m_list->setItemDelegate(rows);
    m_list->setAccessibleName(TrFeeds::tr("Rules"));
    m_list->setAccessibleDescription(TrFeeds::tr("The space key switches a rule on and off"));
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    addEntry(TrFeeds::tr("New rule"), QKeySequence(Qt::Key_Insert), m_new, &RulesDialog::addRule);
    addEntry(TrFeeds::tr("Rename"), QKeySequence(Qt::Key_F2), nullptr, &RulesDialog::rename);
    addEntry(TrFeeds::tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), m_duplicate, &RulesDialog::duplicate);
    addEntry(TrFeeds::tr("Remove"), QKeySequence(Qt::Key_Delete), m_remove, &RulesDialog::remove);
    side->setFixedWidth(textWidth(*this, kListWidth));
    for (QPushButton *button : {m_new, m_duplicate, m_remove})
        column->addWidget(button);
    return side;
}

void RulesDialog::addEntry(const QString &text, const QKeySequence &key, QPushButton *button, void (RulesDialog::*run)())
{
    auto *action = new QAction(text, m_list);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    m_list->addAction(action);
    connect(action, &QAction::triggered, this, run);
    if (!button)
        return;
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, run);
}

QWidget *RulesDialog::makeRule()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *rows = new QSplitter(Qt::Vertical, this);
    rows->addWidget(scroll);
    rows->addWidget(m_matches);
    rows->setStretchFactor(0, 1);
    rows->setChildrenCollapsible(false);
    rows->setSizes({kFormHeight, kMatchesHeight});
    auto *none = quietLabel(TrFeeds::tr("A rule says what the title of an item has to be like, and where it goes. ‘New rule’ begins one."), this);
    none->setAlignment(Qt::AlignCenter);
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // small windows scroll the form
    m_pages->addWidget(rows);
    m_pages->addWidget(none);
    return m_pages;
}

void RulesDialog::setFeeds(const engine::FeedsPointer &feeds)
{
    m_feeds = feeds;
    if (m_saving) // what comes now is half of what is being saved
        return;
    m_drafts->take(feeds->rules);
    m_form->setFeeds(feeds->feeds);
    m_matches->setFeeds(feeds);
    if (current() < 0)
        choose(0);
}

int RulesDialog::current() const
{
    return m_list->currentIndex().row();
}

void RulesDialog::choose(int row)
{
    m_list->setCurrentIndex(m_drafts->index(row));
    showCurrent();
}

void RulesDialog::showCurrent()
{
    const FeedRule *rule = m_drafts->at(current());
    m_pages->setCurrentIndex(rule ? 0 : 1);
    m_duplicate->setEnabled(rule);
    m_remove->setEnabled(rule);
    if (rule)
        m_form->setRule(*rule);
    m_matches->setRule(rule);
    check();
}

void RulesDialog::takeForm()
{
    const QScopedValueRollback taking(m_taking, true);
    const FeedRule rule = m_form->rule();
    m_drafts->change(current(), rule);
    m_matches->setRule(&rule);
    check();
}

// Whoever leaves a rule that cannot be understood meets it again at "Save".
void RulesDialog::check()
{
    const FeedRule *rule = m_drafts->at(current());
    m_form->setNameFault(rule ? m_drafts->nameFault(current(), rule->name) : QString());
    m_save->setEnabled(m_drafts->nextCommand().has_value());
}

void RulesDialog::addRule()
{
    FeedRule rule;
    rule.name = TrFeeds::tr("New rule").toStdString();
    choose(m_drafts->add(rule));
    rename();
}

void RulesDialog::duplicate()
{
    if (const FeedRule *rule = m_drafts->at(current())) {
        choose(m_drafts->add(*rule));
        rename();
    }
}

void RulesDialog::remove()
{
    const int row = current();
    m_drafts->remove(row);
    choose(std::min(row, m_drafts->rowCount() - 1));
}

void RulesDialog::rename()
{
    if (m_drafts->at(current()))
        m_form->editName();
}

void RulesDialog::save()
{
    for (int row = 0; row < m_drafts->rowCount(); ++row) {
        const bool named = m_drafts->nameFault(row, m_drafts->at(row)->name).isEmpty();
        if (row != current() && named && engine::FeedMatcher::make(*m_drafts->at(row)))
            continue;
        if (row != current())
            choose(row);
        if (!named || !m_form->isAcceptable()) {
            m_notice->show(NoticeBar::Tone::Warning, TrFeeds::tr("This rule cannot be saved yet: see below its fields."));
            return;
        }
    }
    const auto command = m_drafts->nextCommand();
    if (!command)
        return accept();
    setSaving(true);
    whenAnswered(m_engine.submit(*command), m_engine, this, [this](const Result<> &result) {
        if (result) {
            m_drafts->wasSaved();
            save();
            return;
        }
        setSaving(false);
        setFeeds(m_feeds);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

void RulesDialog::setSaving(bool on)
{
    m_saving = on;
    m_list->parentWidget()->setEnabled(!on);
    m_form->setEnabled(!on);
    m_save->setEnabled(!on);
}

} // namespace trib::ui
