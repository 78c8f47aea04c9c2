// CommandRunner's part for categories and tags.
#include "core/torrent/command_runner.h"
#include "core/torrent/snapshot_builder.h"

#include <algorithm>

namespace trib::torrent {

void CommandRunner::operator()(const SetCategory &command, const Done &done)
{
    if (auto added = m_parts.labels.add(command.category, {}); !added)
        done.give(std::move(added));
    else
        forEach(command.ids, done, [&](Torrent &torrent) { torrent.record.category = command.category; });
}

void CommandRunner::operator()(const ChangeTags &command, const Done &done)
{
    if (auto added = m_parts.labels.add({}, command.add); !added) {
        done.give(std::move(added));
        return;
    }
    forEach(command.ids, done, [&](Torrent &torrent) {
        std::vector<std::string> &tags = torrent.record.tags;
        tags.insert(tags.end(), command.add.begin(), command.add.end());
        std::erase_if(tags, [&](const std::string &tag) { return std::ranges::find(command.remove, tag) != command.remove.end(); });
        tags = splitTags(joinTags(tags));
    });
}

void CommandRunner::operator()(const SaveCategory &command, const Done &done)
{
    done.give(m_parts.labels.save(command.category));
}

// The torrents first: what a kill leaves is a category that no torrent has.
void CommandRunner::operator()(const RemoveCategories &command, const Done &done)
{
    auto changed = changeWhere([&](TorrentRecord &record) {
        const bool is = std::ranges::any_of(command.names, [&](const std::string &name) { return isInCategory(record.category, name); });
        if (is)
            record.category.clear();
        return is;
    });
    done.give(changed ? m_parts.labels.removeCategories(command.names) : std::move(changed));
}

void CommandRunner::operator()(const CreateTags &command, const Done &done)
{
    done.give(m_parts.labels.add({}, command.tags));
}

void CommandRunner::operator()(const DeleteTags &command, const Done &done)
{
    auto changed = changeWhere([&](TorrentRecord &record) {
        return std::erase_if(record.tags, [&](const std::string &tag) { return std::ranges::find(command.tags, tag) != command.tags.end(); }) > 0;
    });
    done.give(changed ? m_parts.labels.deleteTags(command.tags) : std::move(changed));
}

Result<> CommandRunner::changeWhere(const std::function<bool(TorrentRecord &)> &change)
{
    m_context.table.forEach([&](Torrent &torrent) {
        if (torrent.problem.kind == ProblemKind::UnreadableRecord || !change(torrent.record))
            return;
        torrent.recordDirty = true;
        refreshRow(torrent);
        m_context.publish(torrent);
    });
    return m_parts.saver.storeRecords() ? success() : Result<>(failure(EngineErrc::StoreUnavailable));
}

} // namespace trib::torrent
