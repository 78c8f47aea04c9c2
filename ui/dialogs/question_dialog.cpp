#include "ui/dialogs/question_dialog.h"

#include "ui/dialogs/parts.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {

QuestionDialog::QuestionDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
{
    prepareDialog(*this, question.title);
    auto *verb = new QPushButton(question.verb, this);
    QDialogButtonBox *buttons = buttonBox(verb, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(question.title, this));
    if (!question.subjects.isEmpty())
        column->addWidget(plainLabel(someNames(question.subjects), this));
    column->addWidget(quietLabel(question.consequence, this));
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 64));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    for (QAbstractButton *button : buttons->buttons()) {
        auto *push = qobject_cast<QPushButton *>(button);
        push->setDefault(push != verb);
        push->setAutoDefault(push != verb);
        if (push != verb)
            push->setFocus();
    }
}

} // namespace trib::ui
