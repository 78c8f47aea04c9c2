// DefaultProgram: whether the desktop opens magnet links and .torrent files with Tributary, and the wish that it does. GUI thread.
// The system is asked by other means than the window's; app has them. No call waits.
#pragma once

#include <QMetaType>
#include <QObject>

namespace trib::ui {

enum class DefaultProgramState {
    Unknown,      // not asked yet, or the system does not say
    Ours,         // links and files
    Others,       // at least one of them is another program's, or nobody's
    NotInstalled, // the desktop does not know Tributary: it runs without having been installed
};

class DefaultProgram : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void ask() = 0;      // stateChanged() follows
    virtual void makeOurs() = 0; // stateChanged() follows, with what has become of it

Q_SIGNALS:
    void stateChanged(trib::ui::DefaultProgramState state);
};

} // namespace trib::ui

Q_DECLARE_METATYPE(trib::ui::DefaultProgramState)
