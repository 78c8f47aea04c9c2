// What this folder's texts are made of: its translation context, TrImport::tr("…"), and what another client wrote made safe to show.
#pragma once

#include "core/base/remote_text.h"
#include "core/model/import_plan.h"
#include "ui/text/tr.h"

#include <QCoreApplication>

#include <string>

namespace trib::ui {

struct TrImport { Q_DECLARE_TR_FUNCTIONS(ui_import) };

[[nodiscard]] inline QString noteText(ImportNote note)
{
    switch (note) {
    case ImportNote::CategoryNameInvalid: return TrImport::tr("Its category's name cannot be used here: it has none.");
    case ImportNote::TagNameInvalid: return TrImport::tr("A tag's name cannot be used here: it was left out.");
    case ImportNote::BandwidthGroup: return TrImport::tr("It belonged to a bandwidth group, which there is not here: set its limits if it needs any.");
    }
    return {};
}

[[nodiscard]] inline QString shown(const std::string &text)
{
    return fromUtf8(remoteText(text));
}

} // namespace trib::ui
