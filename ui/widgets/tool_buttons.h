// What tool bars and fields of this program have in common. GUI thread.
#pragma once

class QLineEdit;
class QString;
class QToolBar;

namespace trib::ui {

// Qt leaves the buttons of tool bars out of the Tab order; ours are in it.
void makeTabStops(QToolBar &bar);

// A field that filters: a magnifying glass, a hint that is its name as well, and a button that clears it; all with names.
void makeFilter(QLineEdit &edit, const QString &hint);

} // namespace trib::ui
