// DefaultProgramRow: says what opens magnet links and .torrent files, with a button that makes it Tributary. GUI thread. Takes effect at
// once, unlike what is around it: it is the desktop's setting and not ours.
#pragma once

#include "ui/settings/default_program.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace trib::ui {

class DefaultProgramRow final : public QWidget {
    Q_OBJECT

public:
    // `program` outlives the row.
    explicit DefaultProgramRow(DefaultProgram &program, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; // asks again: other programs change it, too

private:
    void showState(DefaultProgramState state);
    void makeOurs();

    DefaultProgram &m_program;
    QLabel *m_words;
    QPushButton *m_button;
    bool m_wished = false;
};

} // namespace trib::ui
