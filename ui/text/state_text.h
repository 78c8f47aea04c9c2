// A torrent's state as a sentence fragment with its cause, and the one thing a user can do about it. Any thread; values.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <QString>

#include <cstdint>

namespace trib::ui {

// The four quiet hues of the list (and red, when data is at risk). Each also has an icon, so that no state is told by colour alone.
enum class StateTone : std::uint8_t { Working, Done, Waiting, Problem, Danger };

// The one remedy that is offered with a state.
enum class StateAction : std::uint8_t { None, Start, ChoosePlace, Recheck, Repair, OpenFolder, Remove };

struct StateWords {
    QString text;    // "Waiting for seeds (0 of 3 connected)"
    StateTone tone = StateTone::Waiting;
    QString icon;    // a name of ui/widgets/icons.h
    StateAction action = StateAction::None;
};

[[nodiscard]] StateWords stateWords(const TorrentSnapshot &torrent);

[[nodiscard]] QString actionText(StateAction action); // "Choose another folder"; empty for None


[[nodiscard]] QString problemText(const Problem &problem);

// What a person calls the drive that holds `path`: the name of the mount under /media, /run/media or /mnt, else the path.
[[nodiscard]] QString driveName(const QString &path);

} // namespace trib::ui
