#include "ui/feeds/rule_form.h"

#include "core/engine/feed_matcher.h"
#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/parts.h"
#include "ui/dialogs/tag_edit.h"
#include "ui/feeds/feed_text.h"
#include "ui/feeds/words.h"
#include "ui/models/label_names.h"
#include "ui/shell/action_registry.h"
#include "ui/text/tr.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr int kLongestText = 4096;
constexpr int kLongestPause = 365;
constexpr int kFeedsShown = 4;
constexpr int kAddressRole = Qt::UserRole;
constexpr qsizetype kFaultLength = 120;

// Why a text or episodes cannot be used; empty: they can.
[[nodiscard]] QString faultOf(const FeedRule &rule)
{
    const auto matcher = engine::FeedMatcher::make(rule);
    if (matcher)
        return {};
    if (!rule.episodes.empty())
        return TrFeeds::tr("Episodes are written as 1x2;1x4-6;2x10-; – season, x, episode.");
    const QString why = fromUtf8(matcher.error().detail).left(kFaultLength);
    return rule.regex ? TrFeeds::tr("This is no regular expression yet: %1").arg(why) : TrFeeds::tr("This text is too long.");
}

[[nodiscard]] FeedRule onlyText(const QString &text, bool regex)
{
    FeedRule rule;
    rule.must = text.toStdString();
    rule.regex = regex;
    return rule;
}

} // namespace

RuleForm::RuleForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_name(new QLineEdit(this))
    , m_must(new QLineEdit(this))
    , m_mustNot(new QLineEdit(this))
    , m_regex(new QCheckBox(TrFeeds::tr("Regular e&xpressions"), this))
    , m_episodes(new QLineEdit(this))
    , m_onceEach(new QCheckBox(TrFeeds::tr("Each ep&isode once; a proper or repack may follow"), this))
    , m_pause(new QSpinBox(this))
    , m_allFeeds(new QCheckBox(TrFeeds::tr("A&ll feeds"), this))
    , m_feeds(new QListWidget(this))
    , m_folder(new FolderEdit(this))
    , m_category(new QComboBox(this))
    , m_tags(new TagEdit(this))
    , m_stopped(new QCheckBox(TrFeeds::tr("Add sto&pped"), this))
    , m_layout(new QComboBox(this))
{
    onGrid(*m_form);
    m_form->setHorizontalSpacing(kWideGap);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addTexts();
    addFeeds();
    addAdding();
    check();
}

QLabel *RuleForm::addRow(const QString &label, QWidget *control, QWidget *shown)
{
    auto *caption = new QLabel(label, this);
    caption->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(withoutMnemonic(label));
    auto *fault = plainLabel({}, this);
    QFont bold = fault->font();
    bold.setBold(true);
    fault->setFont(bold);
    fault->hide();
    auto *both = new QVBoxLayout;
    both->setSpacing(4);
    both->addWidget(shown ? shown : control);
    both->addWidget(fault);
    m_form->addRow(caption, both);
    return fault;
}

void RuleForm::addTexts()
{
    for (QLineEdit *edit : {m_name, m_must, m_mustNot, m_episodes}) {
        edit->setMaxLength(edit == m_name ? static_cast<int>(kMaxLabel) : kLongestText);
        connect(edit, &QLineEdit::textChanged, this, &RuleForm::changed);
    }
    for (QCheckBox *box : {m_regex, m_onceEach, m_stopped})
        connect(box, &QCheckBox::toggled, this, &RuleForm::changed);
    m_must->setPlaceholderText(TrFeeds::tr("Words that are all in the title; a|b: either; * and ? stand for other text"));
    m_mustNot->setPlaceholderText(TrFeeds::tr("None of these: a|b"));
    m_episodes->setPlaceholderText(TrFeeds::tr("All; or such as 1x2;1x4-6;2x10-;"));
    m_episodes->setToolTip(plainToolTip(TrFeeds::tr("Season, x, and episodes: 1x2; is one, 1x4-6; some, 2x10-; all from there on.\nTitles name them as S01E02 or 1x02.")));
    m_pause->setRange(0, kLongestPause);
    m_pause->setSpecialValueText(TrFeeds::tr("No time", "how long a rule waits"));
    m_pause->setToolTip(plainToolTip(TrFeeds::tr("After an item was added by this rule, nothing else is for so long")));
    const auto name = [this](int days) { m_pause->setSuffix(TrFeeds::tr(" day(s)", "after a number", days)); };
    connect(m_pause, &QSpinBox::valueChanged, this, name);
    connect(m_pause, &QSpinBox::valueChanged, this, &RuleForm::changed);
    name(0);
    m_nameFault = addRow(TrFeeds::tr("&Name"), m_name);
    m_mustFault = addRow(TrFeeds::tr("&Must contain"), m_must);
    m_mustNotFault = addRow(TrFeeds::tr("Must not c&ontain"), m_mustNot);
    m_form->addRow(QString(), m_regex);
    m_episodesFault = addRow(TrFeeds::tr("&Episodes"), m_episodes);
    m_form->addRow(QString(), m_onceEach);
    addRow(TrFeeds::tr("&Wait after one"), m_pause);
}

void RuleForm::addFeeds()
{
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    onGrid(*column, 0, 4);
    column->addWidget(m_allFeeds);
    column->addWidget(m_feeds);
    m_feeds->setAccessibleName(TrFeeds::tr("Feeds that the rule is for"));
    m_feeds->setFixedHeight(kFeedsShown * (fontMetrics().height() + 6));
    connect(m_allFeeds, &QCheckBox::toggled, this, [this](bool all) {
        m_feeds->setVisible(!all);
        changed();
    });
    connect(m_feeds, &QListWidget::itemChanged, this, &RuleForm::changed);
    addRow(TrFeeds::tr("Feeds"), m_allFeeds, both);
}

void RuleForm::addAdding()
{
    m_folder->setPlaceholder(TrFeeds::tr("That of the category, or the usual one"));
    m_folder->setAccessibleTitle(TrFeeds::tr("Folder"));
    connect(m_folder, &FolderEdit::pathChanged, this, &RuleForm::changed);
    m_category->setEditable(true);
    m_category->setInsertPolicy(QComboBox::NoInsert);
    m_category->lineEdit()->setPlaceholderText(TrFeeds::tr("None", "no category"));
    m_category->lineEdit()->setMaxLength(static_cast<int>(kMaxLabel) + 1);
    m_category->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_category->completer()->setFilterMode(Qt::MatchContains);
    connect(m_category, &QComboBox::currentTextChanged, this, &RuleForm::changed);
    m_tags->setPlaceholderText(TrFeeds::tr("With commas between them"));
    connect(m_tags, &QLineEdit::textChanged, this, &RuleForm::changed);
    m_layout->addItems({TrFeeds::tr("As the torrent has it"), TrFeeds::tr("In a folder of its own"), TrFeeds::tr("Without a folder of its own")});
    connect(m_layout, &QComboBox::currentIndexChanged, this, &RuleForm::changed);
    m_folderFault = addRow(TrFeeds::tr("&Folder"), m_folder);
    m_categoryFault = addRow(TrFeeds::tr("&Category"), m_category);
    m_category->lineEdit()->setAccessibleName(m_category->accessibleName());
    m_tagsFault = addRow(TrFeeds::tr("&Tags"), m_tags);
    addRow(TrFeeds::tr("Layo&ut"), m_layout);
    m_form->addRow(QString(), m_stopped);
}

// Feeds are published often, and what is shown of them changes seldom: the entry that has the focus keeps it.
void RuleForm::setFeeds(const std::vector<FeedPointer> &feeds)
{
    std::vector<std::pair<std::string, QString>> names;
    for (const FeedPointer &feed : feeds)
        names.emplace_back(feed->url, feedName(*feed));
    if (names == m_names)
        return;
    m_names = std::move(names);
    const QScopedValueRollback loading(m_loading, true);
    const std::vector<std::string> chosen = m_feeds->count() > 0 ? chosenFeeds() : m_given.feeds;
    m_feeds->clear();
    for (const FeedPointer &feed : feeds) {
        auto *entry = new QListWidgetItem(feedName(*feed), m_feeds);
        entry->setData(kAddressRole, fromUtf8(feed->url));
        entry->setToolTip(plainToolTip(fromUtf8(feed->url)));
        entry->setCheckState(std::ranges::find(chosen, feed->url) == chosen.end() ? Qt::Unchecked : Qt::Checked);
    }
    m_feeds->sortItems();
}

void RuleForm::setLabels(const Labels &labels)
{
    const QScopedValueRollback loading(m_loading, true);
    const QString typed = m_category->currentText();
    m_category->clear();
    m_category->addItem({}); // none
    m_category->addItems(categoryNames(labels));
    m_category->setEditText(typed);
    m_tags->setKnown(tagNames(labels));
}

void RuleForm::setRule(const FeedRule &rule)
{
    m_given = rule;
    const QScopedValueRollback loading(m_loading, true);
    m_name->setText(fromUtf8(rule.name));
    m_must->setText(fromUtf8(rule.must));
    m_mustNot->setText(fromUtf8(rule.mustNot));
    m_regex->setChecked(rule.regex);
    m_episodes->setText(fromUtf8(rule.episodes));
    m_onceEach->setChecked(rule.onceEach);
    m_pause->setValue(rule.pauseDays);
    m_allFeeds->setChecked(rule.feeds.empty());
    m_feeds->setVisible(!rule.feeds.empty());
    for (int row = 0; row < m_feeds->count(); ++row) {
        const std::string url = m_feeds->item(row)->data(kAddressRole).toString().toStdString();
        m_feeds->item(row)->setCheckState(std::ranges::find(rule.feeds, url) == rule.feeds.end() ? Qt::Unchecked : Qt::Checked);
    }
    m_folder->setPath(fromUtf8(rule.savePath));
    m_category->setEditText(fromUtf8(rule.category));
    m_tags->setText(tagsText(rule.tags));
    m_stopped->setChecked(rule.stopped);
    m_layout->setCurrentIndex(static_cast<int>(rule.layout));
    check();
}

// A feed that is not here now stays chosen: it may come back.
std::vector<std::string> RuleForm::chosenFeeds() const
{
    std::vector<std::string> chosen;
    std::vector<std::string> shown;
    for (int row = 0; row < m_feeds->count(); ++row) {
        shown.push_back(m_feeds->item(row)->data(kAddressRole).toString().toStdString());
        if (m_feeds->item(row)->checkState() == Qt::Checked)
            chosen.push_back(shown.back());
    }
    for (const std::string &url : m_given.feeds) {
        if (std::ranges::find(shown, url) == shown.end())
            chosen.push_back(url);
    }
    std::ranges::sort(chosen);
    return chosen;
}

FeedRule RuleForm::rule() const
{
    FeedRule rule = m_given;
    rule.name = m_name->text().trimmed().toStdString();
    rule.must = m_must->text().trimmed().toStdString();
    rule.mustNot = m_mustNot->text().trimmed().toStdString();
    rule.regex = m_regex->isChecked();
    rule.episodes = m_episodes->text().trimmed().toStdString();
    rule.onceEach = m_onceEach->isChecked();
    rule.pauseDays = m_pause->value();
    rule.feeds = m_allFeeds->isChecked() ? std::vector<std::string>() : chosenFeeds();
    rule.savePath = m_folder->path().toStdString();
    rule.category = m_category->currentText().trimmed().toStdString();
    rule.tags.clear();
    for (const QString &tag : m_tags->tags())
        rule.tags.push_back(tag.toStdString());
    rule.stopped = m_stopped->isChecked();
    rule.layout = static_cast<ContentLayout>(m_layout->currentIndex());
    return rule;
}

void RuleForm::setNameFault(const QString &fault)
{
    setFault(*m_name, *m_nameFault, fault);
}

void RuleForm::editName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void RuleForm::changed()
{
    if (m_loading)
        return;
    check();
    Q_EMIT edited();
}

void RuleForm::setFault(QWidget &control, QLabel &label, const QString &fault)
{
    label.setText(fault);
    label.setVisible(!fault.isEmpty());
    control.setAccessibleDescription(fault);
}

void RuleForm::check()
{
    FeedRule onlyEpisodes;
    onlyEpisodes.episodes = m_episodes->text().trimmed().toStdString();
    const QString folder = m_folder->path();
    const bool relative = !folder.isEmpty() && !QDir::isAbsolutePath(folder);
    const QString faults[] = {
        faultOf(onlyText(m_must->text().trimmed(), m_regex->isChecked())),
        faultOf(onlyText(m_mustNot->text().trimmed(), m_regex->isChecked())),
        faultOf(onlyEpisodes),
        relative ? TrFeeds::tr("The folder has to be written with its whole path.") : QString(),
        labelFault(LabelKind::Category, m_category->currentText().trimmed()),
        m_tags->fault(),
    };
    setFault(*m_must, *m_mustFault, faults[0]);
    setFault(*m_mustNot, *m_mustNotFault, faults[1]);
    setFault(*m_episodes, *m_episodesFault, faults[2]);
    setFault(*m_folder, *m_folderFault, faults[3]);
    setFault(*m_category, *m_categoryFault, faults[4]);
    setFault(*m_tags, *m_tagsFault, faults[5]);
    m_acceptable = std::ranges::all_of(faults, &QString::isEmpty);
}

} // namespace trib::ui
