// AboutDialog: versions, what is done about faults of the libtorrent that is installed, and licences. GUI thread. open() it; it deletes itself.
#pragma once

#include "ui/about/about_facts.h"

#include <QDialog>
#include <QStringList>

namespace trib::ui {

// What holds with that libtorrent, a sentence each.
[[nodiscard]] QStringList mitigations(const AboutFacts &facts);

class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    AboutDialog(const AboutFacts &facts, QWidget *parent);
};

} // namespace trib::ui
