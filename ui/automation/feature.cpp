#include "ui/automation/feature.h"

#include "ui/automation/watched_dialog.h"
#include "ui/automation/words.h"
#include "ui/dialogs/question_dialog.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>

namespace trib::ui {
namespace {

[[nodiscard]] QString whyNot(const Error &error)
{
    if (error.code == make_error_code(EngineErrc::StoreDamaged))
        return TrAutomation::tr("The file is no whole backup of Tributary. Nothing has changed.");
    if (error.code == make_error_code(EngineErrc::StoreNewer))
        return TrAutomation::tr("The backup was made by a newer version of Tributary. Nothing has changed.");
    if (error.code == make_error_code(EngineErrc::TargetExists))
        return TrAutomation::tr("There is a file of that name already. Choose another name.");
    return errorWords(error).sentence();
}

[[nodiscard]] QString suggestedFile()
{
    return QDir::home().filePath(QStringLiteral("tributary-%1.backup").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd"))));
}

} // namespace

void AutomationFeature::install(Shell &shell)
{
    m_shell = &shell;
    addActions();
    connect(&shell.engine(), &engine::TorrentEngine::watchedFoldersChanged, this, [this](const WatchedFolders &folders) {
        m_folders = folders;
        if (m_watched)
            m_watched->setFolders(folders);
    });
    connect(&shell.engine(), &engine::TorrentEngine::labelsChanged, this, [this](const Labels &labels) {
        m_labels = labels;
        if (m_watched)
            m_watched->setLabels(labels);
    });
}

void AutomationFeature::addActions()
{
    const auto add = [this](const char *id, const QString &text, const QString &category, const QString &help, auto method) {
        connect(m_shell->actionRegistry().add({QString::fromLatin1(id), text, QString(), {}, category, help, nullptr}), &QAction::triggered, this, method);
    };
    add("torrent.watched", TrAutomation::tr("Watched folders…"), TrAutomation::tr("Torrents"), TrAutomation::tr("Folders whose torrent files are added by themselves"),
        &AutomationFeature::showWatched);
    const QString backup = TrAutomation::tr("Backup");
    add("backup.make", TrAutomation::tr("Back up…"), backup, TrAutomation::tr("Writes the list, its labels and the settings to a file"), &AutomationFeature::askBackup);
    add("backup.restore", TrAutomation::tr("Restore…"), backup, TrAutomation::tr("Puts a backup in the place of the list and the settings"), &AutomationFeature::askRestore);
}

void AutomationFeature::showWatched()
{
    if (!m_watched) {
        m_watched = new WatchedDialog(m_shell->engine(), m_shell->dialogParent());
        m_watched->setLabels(m_labels);
        m_watched->setFolders(m_folders);
    }
    m_watched->open();
    m_watched->raise();
}

void AutomationFeature::askBackup()
{
    auto *dialog = new QFileDialog(m_shell->dialogParent(), TrAutomation::tr("Back up to"), suggestedFile(), TrAutomation::tr("Backups (*.backup)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is ever replaced
    dialog->setDefaultSuffix(QStringLiteral("backup"));
    connect(dialog, &QFileDialog::fileSelected, this, &AutomationFeature::backUpTo);
    dialog->open();
}

void AutomationFeature::backUpTo(const QString &file)
{
    m_shell->announce(TrAutomation::tr("The backup is being written"));
    whenAnswered(m_shell->engine().submit(MakeBackup{file.toStdString(), {}}), m_shell->engine(), this, [this, file](const Result<> &made) {
        if (made)
            m_shell->announce(TrAutomation::tr("The backup has been written to %1").arg(QDir::toNativeSeparators(file)));
        else
            fail(TrAutomation::tr("The backup was not written"), made.error());
    });
}

void AutomationFeature::askRestore()
{
    auto *dialog = new QFileDialog(m_shell->dialogParent(), TrAutomation::tr("Restore which backup?"), QDir::homePath(),
        TrAutomation::tr("Backups (*.backup)") + QStringLiteral(";;") + TrAutomation::tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AutomationFeature::restoreFrom);
    dialog->open();
}

void AutomationFeature::restoreFrom(const QString &file)
{
    if (std::exchange(m_preparing, true))
        return;
    m_shell->announce(TrAutomation::tr("The backup is being checked"));
    whenAnswered(m_restoring.prepare(file), m_shell->engine(), this, [this](const Result<CheckedBackup> &checked) {
        m_preparing = false;
        if (checked)
            askWhether(*checked);
        else
            fail(TrAutomation::tr("The backup cannot be restored"), checked.error());
    });
}

void AutomationFeature::askWhether(const CheckedBackup &backup)
{
    const QString made = QLocale().toString(QDateTime::fromSecsSinceEpoch(backup.made.time_since_epoch().count()), QLocale::ShortFormat);
    QString what = TrAutomation::tr("It has %n torrent(s).", nullptr, static_cast<int>(backup.torrents));
    if (backup.toCheck > 0)
        what += u' ' + TrAutomation::tr("The files of %n of them are newer and will be checked.", nullptr, static_cast<int>(backup.toCheck));
    const QString consequence = TrAutomation::tr("The program ends. When it is started again, the list, labels, feeds and settings are those of the backup. "
                                                 "What there is now is set aside in the profile's folder; downloaded files are not touched.");
    auto *dialog = new QuestionDialog({TrAutomation::tr("Restore the backup of %1?").arg(made), consequence, {what}, TrAutomation::tr("&Restore and quit")},
        m_shell->dialogParent());
    connect(dialog, &QDialog::rejected, this, [this] { m_restoring.discard(); });
    connect(dialog, &QDialog::accepted, this, [this] {
        if (const auto committed = m_restoring.commit(); committed)
            m_quit();
        else
            fail(TrAutomation::tr("The backup cannot be restored"), committed.error());
    });
    dialog->open();
}

void AutomationFeature::fail(const QString &title, const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, title, QMessageBox::Close, m_shell->dialogParent());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(whyNot(error));
    box->setDetailedText(errorWords(error).detail);
    box->open();
}

} // namespace trib::ui
