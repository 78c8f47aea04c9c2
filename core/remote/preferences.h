// The preferences of app/preferences and app/setPreferences. What can be changed is listed here, and nothing else can: no program, no path
// of one, nothing of the API itself, of proxies and of the addresses that are listened on. API's thread; values.
#pragma once

#include "core/base/result.h"
#include "core/remote/api_state.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace trib::remote {

[[nodiscard]] std::string preferencesJson(const ApiState &state, const std::string &defaultSavePath);

struct PreferenceChange {
    std::function<void(settings::EngineSettings &)> apply; // empty if refused
    std::string refused;                                   // the key that cannot be changed, or whose value is of no use
    bool forbidden = false;                                // it cannot be changed at all
};

// `text` is the JSON object of setPreferences. A key that cannot be changed is passed over where it has the value that is read.
[[nodiscard]] PreferenceChange parsePreferences(const ApiState &state, const std::string &defaultSavePath, const std::string &text);

struct PreferenceInfo {
    std::string_view key;
    bool changeable;
};
[[nodiscard]] std::vector<PreferenceInfo> preferenceKeys();

} // namespace trib::remote
