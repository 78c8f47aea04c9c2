// CommandRunner's part for feeds, their rules and lists of addresses.
#include "core/torrent/command_runner.h"

namespace trib::torrent {

void CommandRunner::operator()(const SaveFeed &command, const Done &done)
{
    done.give(m_parts.feeds.saveFeed(command.url, command.name));
}

void CommandRunner::operator()(const RemoveFeeds &command, const Done &done)
{
    done.give(m_parts.feeds.removeFeeds(command.urls));
}

void CommandRunner::operator()(const RefreshFeeds &command, const Done &done)
{
    done.give(m_parts.feeds.refresh(command.urls));
}

void CommandRunner::operator()(const MarkFeedItems &command, const Done &done)
{
    done.give(m_parts.feeds.mark(command));
}

void CommandRunner::operator()(const SaveFeedRule &command, const Done &done)
{
    done.give(m_parts.feeds.saveRule(command));
}

void CommandRunner::operator()(const RemoveFeedRules &command, const Done &done)
{
    done.give(m_parts.feeds.removeRules(command.names));
}

void CommandRunner::operator()(const UpdateFilterLists &, const Done &done)
{
    m_parts.filters.update(done);
}

} // namespace trib::torrent
