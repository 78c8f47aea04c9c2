#include "core/torrent/move_journal.h"

#include "core/base/hex.h"
#include "core/model/engine_error.h"
#include "core/torrent/file_copy.h"

#include <libtorrent/hasher.hpp>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <unistd.h>

namespace trib::torrent {

namespace {

constexpr char kHeader[] = "tributary-move 1";
constexpr std::size_t kLargestJournal = 64u << 20;

std::string nameFor(const MovePlan &plan)
{
    lt::hasher hasher;
    const auto add = [&hasher](const std::string &text) { hasher.update(text.c_str(), static_cast<int>(text.size()) + 1); };
    add(plan.from);
    add(plan.to);
    for (const MoveFile &file : plan.files) {
        add(file.path);
        add(std::to_string(file.size.count()));
    }
    const lt::sha1_hash hash = hasher.final();
    std::array<std::uint8_t, 12> bytes{};
    std::copy_n(hash.begin(), bytes.size(), bytes.begin());
    return ".tributary-move-" + toHex(bytes);
}

bool writeAll(const FileDescriptor &file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::write(file.get(), text.data(), text.size());
        if (count < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::fdatasync(file.get()) == 0;
}

std::optional<std::string> readAll(const FileDescriptor &file)
{
    const auto info = look(file);
    if (!info || info->type != EntryInfo::Type::File || static_cast<std::size_t>(info->size) > kLargestJournal)
        return std::nullopt;
    std::string text(static_cast<std::size_t>(info->size), '\0');
    const ssize_t count = ::pread(file.get(), text.data(), text.size(), 0);
    if (count != info->size)
        return std::nullopt;
    return text;
}

// Calls visit(folder, missing names) for the target and each folder above it that exists, until it returns true.
template <class Visit>
void eachFolderAbove(const MovePlan &plan, Visit visit)
{
    std::filesystem::path path = std::filesystem::path(plan.to).lexically_normal();
    if (!path.has_filename())
        path = path.parent_path();
    for (Components missing;; missing.insert(missing.begin(), path.filename().native()), path = path.parent_path()) {
        Folder folder = Folder::open(path.native());
        if ((folder.isOpen() && visit(std::move(folder), missing)) || !path.has_relative_path())
            return;
    }
}

} // namespace

Result<MoveLayout> MoveLayout::of(const MovePlan &plan)
{
    if (!plan.from.starts_with('/') || !plan.to.starts_with('/'))
        return failure(EngineErrc::PathInvalid, "a folder to move from or to is not absolute");
    MoveLayout layout;
    std::set<Components> folders;
    for (const MoveFile &file : plan.files) {
        if (file.path.starts_with('/')) {
            layout.files.emplace_back();
            continue;
        }
        auto names = splitRelative(file.path);
        if (!names)
            return failure(EngineErrc::PathInvalid, "no relative path: " + file.path);
        for (std::size_t depth = 1; depth < names->size(); ++depth)
            folders.insert(Components(names->begin(), names->begin() + static_cast<std::ptrdiff_t>(depth)));
        layout.files.push_back(std::move(names));
    }
    layout.folders.assign(folders.begin(), folders.end());
    return layout;
}

MoveJournal::MoveJournal(Folder folder, Components missing, std::string name)
    : m_folder(std::move(folder)), m_missing(std::move(missing)), m_name(std::move(name)) {}

std::optional<MoveJournal> MoveJournal::find(const MovePlan &plan)
{
    std::optional<MoveJournal> found;
    const std::string name = nameFor(plan);
    eachFolderAbove(plan, [&](Folder folder, const Components &missing) {
        const FileDescriptor file = folder.openFile(name, O_RDONLY);
        if (!file.isOpen())
            return false;
        MoveJournal journal(std::move(folder), missing, name);
        const auto text = readAll(file);
        if (text && journal.parse(*text))
            found = std::move(journal);
        else
            static_cast<void>(journal.remove());
        return true;
    });
    return found;
}

Result<MoveJournal> MoveJournal::prepare(const MovePlan &plan)
{
    std::optional<MoveJournal> made;
    eachFolderAbove(plan, [&](Folder folder, const Components &missing) {
        made = MoveJournal(std::move(folder), missing, nameFor(plan));
        return true;
    });
    if (!made)
        return failure(EngineErrc::DiskError, "no folder above " + plan.to + " can be opened");
    return std::move(*made);
}

Result<> MoveJournal::write()
{
    std::ostringstream text;
    text << kHeader << '\n';
    for (const std::size_t folder : madeFolders)
        text << "folder " << folder << '\n';
    for (const auto &[number, state] : files)
        text << "file " << number << ' ' << state.size << ' ' << state.modified.seconds << ' ' << state.modified.nanoseconds << '\n';
    text << "end\n";
    const FileDescriptor file = m_folder.openFile(m_name, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (!file.isOpen())
        return diskFailure("the journal of a move");
    if (!writeAll(file, text.str()) || !m_folder.sync()) {
        Result<> failed = diskFailure("the journal of a move");
        static_cast<void>(m_folder.removeFile(m_name));
        return failed;
    }
    return success();
}

Result<> MoveJournal::markComplete()
{
    const FileDescriptor file = m_folder.openFile(m_name, O_WRONLY | O_APPEND);
    if (!file.isOpen() || !writeAll(file, "complete\n"))
        return diskFailure("the journal of a move");
    m_complete = true;
    return success();
}

Result<> MoveJournal::remove()
{
    return m_folder.removeFile(m_name) || errno == ENOENT ? success() : Result<>(diskFailure("the journal of a move"));
}

bool MoveJournal::parse(const std::string &text)
{
    std::istringstream lines(text);
    std::string line;
    if (!std::getline(lines, line) || line != kHeader)
        return false;
    bool ended = false;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string kind;
        std::size_t number = 0;
        SourceState state;
        words >> kind;
        if (kind == "folder" && words >> number)
            madeFolders.insert(number);
        else if (kind == "file" && words >> number >> state.size >> state.modified.seconds >> state.modified.nanoseconds)
            files[number] = state;
        else if (kind == "end")
            ended = true;
        else if (kind == "complete" && ended)
            m_complete = true;
    }
    return ended;
}

} // namespace trib::torrent
