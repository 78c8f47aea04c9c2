#include "core/torrent/intake.h"

#include "core/torrent/session_start.h"

namespace trib::torrent {

void Intake::add(const AddRequest &request, NamedBy by, const Answer<TorrentId> &answer, std::function<void()> then)
{
    m_sources.resolve(request.source, by, [this, request, answer, then = std::move(then)](Result<ParsedSource> parsed) {
        if (!parsed) {
            answer.give(failure(std::move(parsed.error())));
            return;
        }
        if (m_context.stopping)
            return;
        m_previews.recall(*parsed);
        if (!parsed->params.ti)
            m_previews.cancel(fromLtHash(*parsed));
        m_adding.add(request, std::move(*parsed), answer);
        if (then)
            then();
    });
}

} // namespace trib::torrent
