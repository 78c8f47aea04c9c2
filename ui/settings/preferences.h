// Preferences: all that the Settings page edits, as one value: the engine's settings and the window's. Any thread.
#pragma once

#include "core/settings/engine_settings.h"
#include "ui/shell/ui_settings.h"

#include <type_traits>

namespace trib::ui {

struct Preferences {
    settings::EngineSettings engine;
    UiSettings ui;

    bool operator==(const Preferences &) const = default;
};

// What was edited since `base`, on top of what has become `latest` meanwhile: each field by itself, the edited one wins.
[[nodiscard]] Preferences merged(const Preferences &base, const Preferences &edited, const Preferences &latest);

// The range that the settings' own field tuple gives for a member.
template <class Struct, class T>
[[nodiscard]] settings::Range rangeOf(T Struct::*member)
{
    settings::Range range;
    const auto look = [&]<class U>(const settings::Field<Struct, U> &field) {
        if constexpr (std::is_same_v<T, U>) {
            if (field.member == member)
                range = field.range;
        }
    };
    std::apply([&](const auto &...field) { (look(field), ...); }, Struct::fields());
    return range;
}

} // namespace trib::ui
