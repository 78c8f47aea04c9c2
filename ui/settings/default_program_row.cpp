#include "ui/settings/default_program_row.h"

#include "ui/dialogs/parts.h"
#include "ui/text/tr.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace trib::ui {
namespace {

[[nodiscard]] QString wordsFor(DefaultProgramState state, bool wished)
{
    switch (state) {
    case DefaultProgramState::Ours:
        return TrSettings::tr("Tributary opens magnet links and .torrent files.");
    case DefaultProgramState::Others:
        return wished ? TrSettings::tr("The desktop has not taken the choice over. Choose Tributary in the desktop's own settings for default programs.")
                      : TrSettings::tr("Another program opens magnet links or .torrent files, or none does.");
    case DefaultProgramState::NotInstalled:
        return TrSettings::tr("The desktop does not know Tributary, for it was started without being installed. Install it to open links with it.");
    case DefaultProgramState::Unknown:
        break;
    }
    return wished ? TrSettings::tr("The desktop did not answer. Choose Tributary in the desktop's own settings for default programs.")
                  : TrSettings::tr("What opens magnet links and .torrent files is not known.");
}

} // namespace

DefaultProgramRow::DefaultProgramRow(DefaultProgram &program, QWidget *parent)
    : QWidget(parent)
    , m_program(program)
    , m_words(plainLabel({}, this))
    , m_button(new QPushButton(TrSettings::tr("&Make Tributary the default"), this))
{
    auto *row = new QHBoxLayout(this);
    onGrid(*row);
    row->addWidget(m_words, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &DefaultProgramRow::makeOurs);
    connect(&program, &DefaultProgram::stateChanged, this, &DefaultProgramRow::showState);
    showState(DefaultProgramState::Unknown);
}

void DefaultProgramRow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_program.ask();
}

void DefaultProgramRow::showState(DefaultProgramState state)
{
    m_words->setText(wordsFor(state, m_wished));
    m_button->setEnabled(state == DefaultProgramState::Others || state == DefaultProgramState::Unknown);
    m_button->setAccessibleDescription(m_words->text());
    m_wished = false;
}

void DefaultProgramRow::makeOurs()
{
    m_wished = true;
    m_button->setEnabled(false);
    m_program.makeOurs();
}

} // namespace trib::ui
