// What this folder's texts are made of: its translation context, TrImport::tr("…"), and what another client wrote made safe to show.
#pragma once

#include "core/base/remote_text.h"
#include "ui/text/tr.h"

#include <QCoreApplication>

#include <string>

namespace trib::ui {

struct TrImport { Q_DECLARE_TR_FUNCTIONS(ui_import) };

[[nodiscard]] inline QString shown(const std::string &text)
{
    return fromUtf8(remoteText(text));
}

} // namespace trib::ui
