// AboutFacts: what the window is told of the program it belongs to. Values; app fills them in.
#pragma once

#include <QString>

namespace trib::ui {

struct AboutFacts {
    QString versions;          // "Tributary 0.1.0 (libtorrent 2.0.8, Qt 6.4.2, …)"
    QString libtorrent;        // "2.0.8.0"
    bool refusesV2Only = false;  // this libtorrent cannot be trusted with them
    bool refusesHybrids = false; // nor with these
};

} // namespace trib::ui
