// What a refusal or failure means to a user: what happened, why, and what to do. The only place that turns error codes into words.
// Any thread; values.
#pragma once

#include "core/base/result.h"
#include "core/model/engine_error.h"

#include <QString>

namespace trib::ui {

struct ErrorWords {
    QString what;   // "The torrent was not added."
    QString advice; // "Choose another folder or free some space."; may be empty
    QString detail; // for "Copy details": code name and the log's words, in English

    [[nodiscard]] QString sentence() const { return advice.isEmpty() ? what : what + QLatin1Char(' ') + advice; }
};

[[nodiscard]] ErrorWords errorWords(EngineErrc code);

// The same for any error; one that is not EngineErrc's gets the general words.
[[nodiscard]] ErrorWords errorWords(const Error &error);

} // namespace trib::ui
