// The translation contexts: one per library, so that a translator sees the words of one place together.
// Use TrTransfers::tr("Start"), TrShell::tr("%n torrent(s)", nullptr, n): English source, plural forms in translations/. Never QObject::tr.
#pragma once

#include <QCoreApplication>

namespace trib::ui {

struct TrText { Q_DECLARE_TR_FUNCTIONS(ui_text) };
struct TrModels { Q_DECLARE_TR_FUNCTIONS(ui_models) };
struct TrWidgets { Q_DECLARE_TR_FUNCTIONS(ui_widgets) };
struct TrShell { Q_DECLARE_TR_FUNCTIONS(ui_shell) };
struct TrTransfers { Q_DECLARE_TR_FUNCTIONS(ui_transfers) };
struct TrDialogs { Q_DECLARE_TR_FUNCTIONS(ui_dialogs) };
struct TrAddTorrent { Q_DECLARE_TR_FUNCTIONS(ui_add_torrent) };
struct TrSettings { Q_DECLARE_TR_FUNCTIONS(ui_settings) };
struct TrDesktop { Q_DECLARE_TR_FUNCTIONS(ui_desktop) };

// What strangers chose is never markup: for tool-tips and other places that Qt may take for rich text.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<qt style='white-space:pre-wrap'>") + text.toHtmlEscaped() + QStringLiteral("</qt>");
}

[[nodiscard]] inline QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace trib::ui
