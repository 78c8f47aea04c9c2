#include "ui/add_torrent/torrent_pane.h"

#include "ui/add_torrent/pending_torrent.h"
#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/models/file_tree_model.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QLabel>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

using Stage = PendingTorrent::Stage;

constexpr qsizetype kMostComment = 300; // characters; a comment may be a page long

[[nodiscard]] QString shortened(const QString &text, qsizetype most)
{
    return text.size() > most ? text.left(most - 1) + u'…' : text;
}

} // namespace

QString trackersOf(const PendingTorrent &torrent)
{
    const auto &trackers = torrent.preview().trackers;
    if (trackers.empty())
        return {};
    const QString first = QUrl(fromUtf8(trackers.front())).host();
    if (trackers.size() == 1)
        return TrAddTorrent::tr("Tracker: %1").arg(first);
    return TrAddTorrent::tr("Trackers: %1 and %n more", nullptr, static_cast<int>(trackers.size()) - 1).arg(first);
}

QString summaryOf(PendingTorrent &torrent)
{
    const TorrentPreview &preview = torrent.preview();
    QStringList parts;
    if (preview.hasMetadata) {
        const FileTreeModel &files = torrent.files();
        const bool all = files.wantedCount() == files.fileCount();
        parts.append(all ? formatBytes(files.totalSize())
                         : TrAddTorrent::tr("%1 of %2").arg(formatBytes(files.wantedSize()), formatBytes(files.totalSize())));
        parts.append(all ? TrAddTorrent::tr("%n file(s)", nullptr, files.fileCount())
                         : TrAddTorrent::tr("%1 of %n file(s)", nullptr, files.fileCount()).arg(formatCount(files.wantedCount())));
    }
    if (preview.isPrivate)
        parts.append(TrAddTorrent::tr("private"));
    if (const QString trackers = trackersOf(torrent); !trackers.isEmpty())
        parts.append(trackers);
    return parts.isEmpty() ? torrent.origin() : parts.join(QStringLiteral(" · "));
}

TorrentPane::TorrentPane(QWidget *parent)
    : QWidget(parent)
    , m_title(headline({}, this))
    , m_summary(plainLabel({}, this))
    , m_comment(quietLabel({}, this))
    , m_notice(new NoticeBar(this))
    , m_files(new FileChoice(this))
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column, 0, 4);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_comment);
    column->addSpacing(4);
    column->addWidget(m_notice);
    column->addSpacing(4);
    column->addWidget(m_files, 1);
    m_files->setMinimumHeight(fontMetrics().height() * 8);
    m_files->view()->setAccessibleName(TrAddTorrent::tr("Files to download"));
    connect(m_notice, &NoticeBar::actionTriggered, this, &TorrentPane::act);
}

void TorrentPane::setTorrent(PendingTorrent *torrent)
{
    if (m_torrent)
        m_torrent->disconnect(this);
    m_torrent = torrent;
    m_files->setModel(torrent ? &torrent->files() : nullptr);
    if (torrent)
        connect(torrent, &PendingTorrent::changed, this, &TorrentPane::refresh);
    refresh();
}

void TorrentPane::refresh()
{
    if (!m_torrent) {
        m_title->clear();
        m_summary->clear();
        m_comment->setVisible(false);
        m_notice->clear();
        return;
    }
    const TorrentPreview &preview = m_torrent->preview();
    m_title->setText(shortened(m_torrent->title(), kMostComment));
    m_summary->setText(shortened(summaryOf(*m_torrent), kMostComment));
    QStringList trackers;
    for (const std::string &tracker : preview.trackers)
        trackers.append(fromUtf8(tracker));
    m_summary->setToolTip(trackers.isEmpty() ? QString() : plainToolTip(trackers.first(std::min<qsizetype>(trackers.size(), 20)).join(u'\n')));
    m_comment->setText(shortened(fromUtf8(preview.comment), kMostComment));
    m_comment->setVisible(!preview.comment.empty());
    m_files->setEnabled(preview.hasMetadata);
    showNotice();
}

void TorrentPane::showNotice()
{
    switch (m_torrent->stage()) {
    case Stage::Reading:
        m_notice->show(NoticeBar::Tone::Working, TrAddTorrent::tr("Reading the torrent…"));
        return;
    case Stage::WaitingForMetadata:
        m_notice->show(NoticeBar::Tone::Working,
            TrAddTorrent::tr("Asking peers for the list of files… You can add it now and choose files later."));
        return;
    case Stage::Duplicate:
        m_notice->show(NoticeBar::Tone::Information, TrAddTorrent::tr("This torrent is in the list already."),
            m_torrent->preview().canMergeTrackers ? TrAddTorrent::tr("Add its ne&w trackers") : QString()); // how many are new, is not known here
        return;
    case Stage::Refused: {
        const auto code = m_torrent->errorCode();
        const bool folder = code == EngineErrc::PathInvalid || code == EngineErrc::NotEnoughSpace || code == EngineErrc::VolumeOffline;
        m_notice->show(NoticeBar::Tone::Warning, m_torrent->problem(),
            folder                   ? TrAddTorrent::tr("Choose another fol&der")
                : m_torrent->canRetry() ? TrAddTorrent::tr("Tr&y again")
                                        : QString());
        return;
    }
    case Stage::Ready:
    case Stage::Adding:
    case Stage::Added: m_notice->clear(); return;
    }
}

void TorrentPane::act()
{
    if (!m_torrent)
        return;
    if (m_torrent->stage() == Stage::Duplicate)
        m_torrent->mergeTrackers();
    else if (m_torrent->canRetry())
        m_torrent->retry();
    else
        Q_EMIT folderWanted();
}

} // namespace trib::ui
