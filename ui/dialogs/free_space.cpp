#include "ui/dialogs/free_space.h"

#include "ui/shell/when_answered.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtConcurrent>

#include <chrono>
#include <filesystem>

namespace trib::ui {
namespace {

constexpr std::chrono::milliseconds kTypingPause{200};

[[nodiscard]] FreeSpace readFreeSpace(const QString &folder)
{
    QFileInfo nearest(QDir::cleanPath(folder));
    while (!nearest.exists() && !nearest.isRoot() && nearest.absolutePath() != nearest.absoluteFilePath())
        nearest.setFile(nearest.absolutePath());
    std::error_code error;
    const std::filesystem::space_info room = std::filesystem::space(nearest.filesystemAbsoluteFilePath(), error);
    const QStorageInfo storage(nearest.absoluteFilePath()); // of no mount that is known in a chroot
    const QString root = storage.isValid() ? storage.rootPath() : nearest.absoluteFilePath();
    FreeSpace space;
    space.known = !error;
    space.volume = QDir::toNativeSeparators(root);
    space.available = Bytes(error ? 0 : static_cast<std::int64_t>(room.available));
    space.writable = nearest.isDir() && nearest.isWritable() && !(storage.isValid() && storage.isReadOnly());
    return space;
}

} // namespace

QFuture<FreeSpace> askFreeSpace(const QString &folder)
{
    return QtConcurrent::run(readFreeSpace, folder);
}

SpaceLabel::SpaceLabel(QWidget *parent, Ask ask)
    : QLabel(parent)
    , m_ask(std::move(ask))
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kTypingPause);
    connect(&m_wait, &QTimer::timeout, this, &SpaceLabel::ask);
}

void SpaceLabel::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    const bool typed = !m_folder.isEmpty();
    m_folder = folder;
    if (typed)
        m_wait.start();
    else
        ask();
}

void SpaceLabel::setNeeded(std::optional<Bytes> needed, Bytes reserve)
{
    m_needed = needed;
    m_reserve = reserve;
    showWords();
}

void SpaceLabel::ask()
{
    const int question = ++m_question;
    if (!QDir::isAbsolutePath(m_folder)) {
        m_space = {};
        showWords();
        return;
    }
    whenAnswered(m_ask(m_folder), *qApp, this, [this, question](const FreeSpace &space) {
        if (question != m_question)
            return;
        m_space = space;
        showWords();
    });
}

void SpaceLabel::showWords()
{
    m_enough = true;
    if (!m_folder.isEmpty() && !QDir::isAbsolutePath(m_folder)) {
        setText(TrDialogs::tr("Give the whole path of the folder, from the root on."));
    } else if (!m_space.known) {
        clear();
    } else if (!m_space.writable) {
        setText(TrDialogs::tr("You may not write there. Choose another folder."));
    } else if (m_needed && *m_needed + m_reserve > m_space.available) {
        m_enough = false;
        setText(m_reserve > Bytes()
                ? TrDialogs::tr("Not enough room: %1 needed and %2 to be kept free, %3 free on %4.")
                      .arg(formatBytes(*m_needed), formatBytes(m_reserve), formatBytes(m_space.available), m_space.volume)
                : TrDialogs::tr("Not enough room: %1 needed, %2 free on %3.")
                      .arg(formatBytes(*m_needed), formatBytes(m_space.available), m_space.volume));
    } else if (m_needed) {
        setText(TrDialogs::tr("%1 needed, %2 free on %3").arg(formatBytes(*m_needed), formatBytes(m_space.available), m_space.volume));
    } else {
        setText(TrDialogs::tr("%1 free on %2").arg(formatBytes(m_space.available), m_space.volume));
    }
    setAccessibleName(text());
    QFont emphasised = font();
    emphasised.setBold(!m_enough || (m_space.known && !m_space.writable));
    setFont(emphasised);
}

} // namespace trib::ui
