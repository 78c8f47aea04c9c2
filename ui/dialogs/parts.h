// Small parts that every dialog is made of, so that all look alike. GUI thread. What they return belongs to `parent`.
#pragma once

#include <QString>
#include <QStringList>

class QDialog;
class QDialogButtonBox;
class QLabel;
class QLayout;
class QPushButton;
class QWidget;

namespace trib::ui {

inline constexpr int kGap = 8;       // between controls
inline constexpr int kWideGap = 16;  // between groups
inline constexpr int kMargin = 16;   // around a dialog

// Never markup, whatever the text holds; wraps; can be selected with mouse and keyboard.
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent);

// The question or name at the top of a dialog: a little larger, bold.
[[nodiscard]] QLabel *headline(const QString &text, QWidget *parent);

// An explanation: smaller and quieter than what it explains.
[[nodiscard]] QLabel *quietLabel(const QString &text, QWidget *parent);

// Up to three names, a line each, and how many more there are.
[[nodiscard]] QString someNames(const QStringList &names);

// Title, window modality, deletion when closed: what all dialogs that open() have in common.
void prepareDialog(QDialog &dialog, const QString &title);

// Buttons in the order of the desktop: `accept`, which becomes the default and belongs to the box, and "Cancel", which is connected.
[[nodiscard]] QDialogButtonBox *buttonBox(QPushButton *accept, QDialog &dialog);

// Gives margins and spacing on the grid.
void onGrid(QLayout &layout, int margin = 0, int spacing = kGap);

// Counts characters of the dialog's font: sizes that follow a larger font.
[[nodiscard]] int textWidth(const QWidget &widget, int characters);

} // namespace trib::ui
