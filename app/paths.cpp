#include "app/paths.h"

#include "app/control_error.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace trib::app {
namespace {

// The server makes its socket in a temporary folder beside the final place first: "XXXXXX/s" and the closing zero must fit as well.
constexpr std::size_t kLongestSocketPath = sizeof(sockaddr_un::sun_path) - 12;

[[nodiscard]] QString toQString(const std::filesystem::path &path) { return QFile::decodeName(QByteArray::fromStdString(path.string())); }
[[nodiscard]] std::filesystem::path toPath(const QString &path) { return QFile::encodeName(path).toStdString(); }

[[nodiscard]] std::filesystem::path socketInProfile(const ProfilePaths &paths) { return paths.folder / "control.sock"; }

[[nodiscard]] bool fits(const std::filesystem::path &path) { return path.native().size() <= kLongestSocketPath; }

[[nodiscard]] Failure unusable(const ProfilePaths &paths, const std::string &why)
{
    return failure(ControlErrc::ProfileUnusable, "the profile " + paths.folder.string() + " cannot be used: " + why);
}

} // namespace

ProfilePaths profilePaths(const std::filesystem::path &asked)
{
    if (!asked.empty())
        return {std::filesystem::absolute(asked).lexically_normal()};
    return {toPath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)) / "Tributary"};
}

Result<> prepareProfile(const ProfilePaths &paths)
{
    std::error_code error;
    std::filesystem::create_directories(paths.folder.parent_path(), error);
    if (::mkdir(paths.folder.c_str(), 0700) != 0 && errno != EEXIST)
        return unusable(paths, std::generic_category().message(errno));
    struct stat entry{};
    if (::stat(paths.folder.c_str(), &entry) != 0 || !S_ISDIR(entry.st_mode))
        return unusable(paths, "it is not a folder");
    if (entry.st_uid != ::geteuid())
        return unusable(paths, "it belongs to another user");
    if ((entry.st_mode & 0777) != 0700 && ::chmod(paths.folder.c_str(), 0700) != 0)
        return unusable(paths, "it cannot be made private to its user");
    return success();
}

Result<QString> socketToListenOn(const ProfilePaths &paths)
{
    const auto inProfile = socketInProfile(paths);
    const QString pointer = toQString(paths.socketPointer());
    if (fits(inProfile)) {
        QFile::remove(pointer);
        return toQString(inProfile);
    }
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const auto hash = QCryptographicHash::hash(QByteArray::fromStdString(paths.folder.string()), QCryptographicHash::Sha256);
    const QString socket = runtime + QStringLiteral("/tributary-") + QString::fromLatin1(hash.toHex().left(16)) + QStringLiteral(".sock");
    if (runtime.isEmpty() || !fits(toPath(socket)))
        return unusable(paths, "its path is too long for a socket, and so is the runtime folder's");
    QSaveFile file(pointer);
    if (!file.open(QIODevice::WriteOnly) || file.write(QFile::encodeName(socket)) < 0 || !file.commit())
        return unusable(paths, "control.path cannot be written");
    return socket;
}

QString socketToConnectTo(const ProfilePaths &paths)
{
    QFile pointer(toQString(paths.socketPointer()));
    if (!fits(socketInProfile(paths)) && pointer.open(QIODevice::ReadOnly))
        return QFile::decodeName(pointer.read(4096));
    return toQString(socketInProfile(paths));
}

std::string downloadsFolder()
{
    return QFile::encodeName(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)).toStdString();
}

} // namespace trib::app
