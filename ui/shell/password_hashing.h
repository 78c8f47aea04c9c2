// PasswordHashing: how the window's password is stored and checked; app knows. Both take about half a second: never on the GUI thread.
// Thread-safe; values.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>

namespace trib::ui {

struct PasswordHashing {
    std::function<Result<std::string>(const std::string &password)> hash;
    std::function<bool(const std::string &password, const std::string &hash)> matches;
};

} // namespace trib::ui
