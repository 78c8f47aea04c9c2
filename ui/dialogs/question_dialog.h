// QuestionDialog: asks before something goes that the user may miss. The safe answer is the default. GUI thread. open() it; it deletes
// itself; accepted() means the verb was chosen.
#pragma once

#include <QDialog>

namespace trib::ui {

struct Question {
    QString title;        // "Remove 2 trackers?"
    QString consequence;  // what follows, in a sentence
    QStringList subjects; // what it is about; the first three are shown
    QString verb;         // of the button, with its mnemonic
};

class QuestionDialog final : public QDialog {
    Q_OBJECT

public:
    QuestionDialog(const Question &question, QWidget *parent);
};

} // namespace trib::ui
