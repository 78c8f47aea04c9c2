// Theme: light and dark, and the few colours that the palette has no role for. GUI thread.
// Invariant (tested on pixels): every text colour has a contrast of 4.5:1 or more on Base, AlternateBase and Window of its palette.
#pragma once

#include "ui/text/state_text.h"

#include <QColor>
#include <QPalette>

namespace trib::ui {

enum class Appearance { System, Light, Dark };

// Sets style and palette of the application. System restores what the desktop gave when the program started.
void applyAppearance(Appearance appearance);

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] QColor toneColour(StateTone tone, const QPalette &palette);     // of icons, links and bars
[[nodiscard]] QColor secondaryText(const QPalette &palette);                  // counts, captions
[[nodiscard]] QColor hairline(const QPalette &palette);
[[nodiscard]] QColor progressTrack(const QPalette &palette);

} // namespace trib::ui
