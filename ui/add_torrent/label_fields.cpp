#include "ui/add_torrent/label_fields.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/dialogs/tag_edit.h"
#include "ui/models/label_names.h"
#include "ui/text/tr.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kShortestName = 12; // characters that can be seen

} // namespace

LabelFields::LabelFields(QWidget *parent)
    : QWidget(parent)
    , m_category(new QComboBox(this))
    , m_tags(new TagEdit(this))
    , m_notice(new NoticeBar(this))
{
    auto *categoryLabel = new QLabel(TrAddTorrent::tr("&Category"), this);
    categoryLabel->setBuddy(m_category);
    auto *tagsLabel = new QLabel(TrAddTorrent::tr("Ta&gs"), this);
    tagsLabel->setBuddy(m_tags);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(categoryLabel);
    row->addWidget(m_category, 1);
    row->addSpacing(kGap);
    row->addWidget(tagsLabel);
    row->addWidget(m_tags, 1);
    auto *column = new QVBoxLayout(this);
    onGrid(*column);
    column->addLayout(row);
    column->addWidget(m_notice);
    m_category->setEditable(true);
    m_category->setInsertPolicy(QComboBox::NoInsert);
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(kShortestName);
    m_category->setAccessibleName(TrAddTorrent::tr("Category"));
    m_category->lineEdit()->setMaxLength(static_cast<int>(kMaxLabel) + 1);
    m_category->lineEdit()->setPlaceholderText(TrAddTorrent::tr("None", "no category"));
    m_category->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_category->completer()->setFilterMode(Qt::MatchContains);
    m_tags->setAccessibleName(TrAddTorrent::tr("Tags"));
    m_tags->setPlaceholderText(TrAddTorrent::tr("With commas between them"));
    connect(m_category, &QComboBox::currentTextChanged, this, [this] {
        check();
        Q_EMIT categoryChanged(category());
    });
    connect(m_tags, &QLineEdit::textChanged, this, &LabelFields::check);
}

void LabelFields::setLabels(const Labels &labels)
{
    const QString typed = m_category->currentText();
    const QSignalBlocker quiet(m_category);
    m_category->clear();
    m_category->addItem({}); // none
    m_category->addItems(categoryNames(labels));
    m_category->setEditText(typed);
    m_tags->setKnown(tagNames(labels));
}

void LabelFields::setCategory(const QString &name)
{
    m_category->setEditText(name);
}

void LabelFields::setTags(const QStringList &tags)
{
    m_tags->setText(tags.join(QStringLiteral(", ")));
}

QString LabelFields::category() const
{
    return m_category->currentText().trimmed();
}

QStringList LabelFields::tags() const
{
    return m_tags->tags();
}

bool LabelFields::isUsable() const
{
    return labelFault(LabelKind::Category, category()).isEmpty() && m_tags->fault().isEmpty();
}

void LabelFields::check()
{
    const QString ofCategory = labelFault(LabelKind::Category, category());
    const QString fault = ofCategory.isEmpty() ? m_tags->fault() : ofCategory;
    if (fault.isEmpty())
        m_notice->clear();
    else
        m_notice->show(NoticeBar::Tone::Warning, fault);
    Q_EMIT changed();
}

} // namespace trib::ui
