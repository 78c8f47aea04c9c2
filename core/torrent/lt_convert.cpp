#include "core/torrent/lt_convert.h"

#include "core/base/remote_text.h"

#include <boost/system/error_code.hpp>

#include <algorithm>

namespace trib::torrent {
namespace {

[[nodiscard]] std::span<const std::uint8_t> bytesOf(const char *data, std::size_t size)
{
    return {reinterpret_cast<const std::uint8_t *>(data), size};
}

} // namespace

InfoHash fromLt(const lt::info_hash_t &hash)
{
    InfoHash result;
    if (hash.has_v1())
        result.v1 = Sha1(bytesOf(hash.v1.data(), Sha1::kSize).first<Sha1::kSize>());
    if (hash.has_v2())
        result.v2 = Sha256(bytesOf(hash.v2.data(), Sha256::kSize).first<Sha256::kSize>());
    return result;
}

lt::info_hash_t toLt(const InfoHash &hash)
{
    lt::info_hash_t result;
    if (hash.v1)
        result.v1 = lt::sha1_hash(reinterpret_cast<const char *>(hash.v1->bytes().data()));
    if (hash.v2)
        result.v2 = lt::sha256_hash(reinterpret_cast<const char *>(hash.v2->bytes().data()));
    return result;
}

FilePriority fromLt(lt::download_priority_t priority)
{
    const auto value = static_cast<std::uint8_t>(priority);
    if (value == 0)
        return FilePriority::DoNotDownload;
    if (value < static_cast<std::uint8_t>(FilePriority::Normal))
        return FilePriority::Low;
    return value == static_cast<std::uint8_t>(FilePriority::Normal) ? FilePriority::Normal : FilePriority::High;
}

lt::download_priority_t toLt(FilePriority priority)
{
    return lt::download_priority_t(static_cast<std::uint8_t>(priority));
}

Problem diskProblem(const lt::error_code &error, const std::string &path)
{
    namespace errc = boost::system::errc;
    Problem problem;
    problem.path = path;
    problem.text = remoteText(error.message());
    if (error == errc::no_space_on_device || error.value() == EDQUOT || error == errc::file_too_large)
        problem.kind = ProblemKind::NoSpace;
    else if (error == errc::permission_denied || error == errc::operation_not_permitted || error == errc::read_only_file_system)
        problem.kind = ProblemKind::PermissionDenied;
    else if (error == errc::no_such_file_or_directory)
        problem.kind = ProblemKind::MissingFiles;
    else
        problem.kind = ProblemKind::DiskError;
    return problem;
}

std::string hostOf(const std::string &url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string::npos)
        return {};
    std::string host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const auto at = host.rfind('@'); at != std::string::npos)
        host.erase(0, at + 1);
    if (const auto port = host.rfind(':'); port != std::string::npos && host.find(']', port) == std::string::npos)
        host.erase(port);
    return remoteText(host, 255);
}

} // namespace trib::torrent
