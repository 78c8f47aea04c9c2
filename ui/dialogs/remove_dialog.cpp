#include "ui/dialogs/remove_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

[[nodiscard]] QStringList namesOf(const std::vector<RemovedTorrent> &torrents)
{
    QStringList names;
    for (const RemovedTorrent &torrent : torrents)
        names.append(torrent.name);
    return names;
}

[[nodiscard]] QStringList linesOf(const RemovalPlan &plan)
{
    QStringList lines;
    for (const std::string &file : plan.files)
        lines.append(QString::fromStdString(file));
    for (const std::string &file : plan.shared)
        lines.append(TrDialogs::tr("stays: %1").arg(QString::fromStdString(file)));
    return lines;
}

} // namespace

RemoveDialog::RemoveDialog(engine::TorrentEngine &engine, const std::vector<RemovedTorrent> &torrents, bool useTrash, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_useTrash(useTrash)
    , m_notice(new NoticeBar(this))
    , m_files(plainLabel(TrDialogs::tr("Looking up the files…"), this))
    , m_details(new QToolButton(this))
    , m_list(new QListView(this))
{
    for (const RemovedTorrent &torrent : torrents)
        m_ids.push_back(torrent.id);
    const QString question = TrDialogs::tr("Remove %n torrent(s)?", nullptr, static_cast<int>(torrents.size()));
    prepareDialog(*this, question);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(question, this));
    column->addWidget(plainLabel(someNames(namesOf(torrents)), this));
    column->addSpacing(kGap);
    column->addWidget(m_files);
    column->addWidget(m_notice);
    column->addWidget(m_details, 0, Qt::AlignLeading);
    column->addWidget(m_list, 1);
    column->addStretch(0);
    column->addSpacing(kGap);
    buildButtons(*column);

    m_details->setText(TrDialogs::tr("&Show the files"));
    m_details->setCheckable(true);
    m_details->setAutoRaise(true);
    m_details->setArrowType(Qt::RightArrow);
    m_details->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setVisible(false);
    connect(m_details, &QToolButton::toggled, this, &RemoveDialog::showFiles);
    m_list->setAccessibleName(TrDialogs::tr("Files that go, and files that stay"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setVisible(false);
    column->addStrut(textWidth(*this, 64));
    whenAnswered(m_engine.planRemoval(m_ids), m_engine, this, [this](const Result<RemovalPlan> &plan) { takePlan(plan); });
}

void RemoveDialog::buildButtons(QLayout &column)
{
    m_keep = new QPushButton(TrDialogs::tr("&Keep files"), this);
    m_take = new QPushButton(m_useTrash ? TrDialogs::tr("&Move files to trash") : TrDialogs::tr("&Delete files"), this);
    m_cancel = new QPushButton(TrDialogs::tr("Cancel"), this);
    m_keep->setDefault(true);
    m_keep->setToolTip(TrDialogs::tr("Takes the torrents off the list; their files stay where they are"));
    m_take->setAutoDefault(false);
    m_take->setEnabled(false);
    m_cancel->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addStretch(1);
    row->addWidget(m_keep);
    row->addWidget(m_take);
    row->addWidget(m_cancel);
    static_cast<QVBoxLayout &>(column).addLayout(row);
    m_keep->setFocus();
    connect(m_keep, &QPushButton::clicked, this, [this] { submit(FileDisposal::Keep); });
    connect(m_take, &QPushButton::clicked, this, [this] {
        submit(m_useTrash && m_plan.trashAvailable ? FileDisposal::Trash : FileDisposal::Delete);
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void RemoveDialog::takePlan(const Result<RemovalPlan> &plan)
{
    if (!plan) {
        m_files->setVisible(false);
        m_take->setVisible(false);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(plan.error()).sentence());
        return;
    }
    m_plan = *plan;
    m_files->setText(filesSentence());
    m_files->setVisible(!m_files->text().isEmpty());
    m_take->setVisible(!m_plan.files.empty());
    m_take->setEnabled(true);
    m_details->setVisible(!m_plan.files.empty() || !m_plan.shared.empty());
    m_list->setModel(new QStringListModel(linesOf(m_plan), this));
    if (m_plan.files.empty())
        return;
    const int count = static_cast<int>(m_plan.files.size());
    if (m_useTrash && m_plan.trashAvailable) {
        m_take->setText(TrDialogs::tr("&Move %n file(s) (%1) to trash", nullptr, count).arg(formatBytes(m_plan.size)));
        return;
    }
    m_take->setText(TrDialogs::tr("&Delete %n file(s) (%1) for good", nullptr, count).arg(formatBytes(m_plan.size)));
    m_notice->show(NoticeBar::Tone::Warning,
        m_useTrash ? TrDialogs::tr("There is no trash on that drive: the files would be deleted for good.")
                   : TrDialogs::tr("The files would be deleted for good, as set in Settings."));
}

QString RemoveDialog::filesSentence() const
{
    QStringList sentences;
    if (m_plan.files.empty())
        sentences.append(TrDialogs::tr("None of their files are on the disk."));
    if (!m_plan.shared.empty())
        sentences.append(TrDialogs::tr("%n file(s) stay in any case, because another torrent uses them.", nullptr,
            static_cast<int>(m_plan.shared.size())));
    return sentences.join(u'\n');
}

void RemoveDialog::showFiles(bool shown)
{
    m_details->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_list->setVisible(shown);
    if (shown)
        resize(width(), std::max(height(), fontMetrics().height() * 24));
    else
        adjustSize();
}

void RemoveDialog::submit(FileDisposal files)
{
    for (QPushButton *button : {m_keep, m_take})
        button->setEnabled(false);
    m_notice->show(NoticeBar::Tone::Working,
        files == FileDisposal::Keep ? TrDialogs::tr("Removing…") : TrDialogs::tr("Taking the files away…"));
    whenAnswered(m_engine.submit(RemoveTorrents{m_ids, files}), m_engine, this, [this](const Result<> &result) {
        if (result) {
            Q_EMIT removed();
            accept();
            return;
        }
        for (QPushButton *button : {m_keep, m_take})
            button->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
