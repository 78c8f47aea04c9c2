#include "ui/dialogs/banned_peers_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {

BannedPeersDialog::BannedPeersDialog(engine::TorrentEngine &engine, settings::EngineSettings settings, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_settings(std::move(settings))
    , m_list(new QListWidget(this))
    , m_notice(new NoticeBar(this))
    , m_letIn(new QPushButton(TrDialogs::tr("&Let in again"), this))
{
    prepareDialog(*this, TrDialogs::tr("Banned peers"));
    auto *buttons = new QDialogButtonBox(this);
    auto *close = buttons->addButton(TrDialogs::tr("Close"), QDialogButtonBox::RejectRole);
    buttons->addButton(m_letIn, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(windowTitle(), this));
    column->addWidget(quietLabel(TrDialogs::tr("No torrent connects to these addresses or lets them in."), this));
    column->addWidget(m_list, 1);
    column->addWidget(m_notice);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 56));
    m_list->setAccessibleName(TrDialogs::tr("Banned addresses"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_letIn->setAutoDefault(false);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_letIn, &QPushButton::clicked, this, &BannedPeersDialog::letIn);
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] { m_letIn->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(&m_engine, &engine::TorrentEngine::settingsChanged, this, [this](const settings::EngineSettings &changed) {
        m_settings = changed;
        fill();
    });
    fill();
}

void BannedPeersDialog::fill()
{
    m_list->clear();
    m_list->addItems(fromUtf8(m_settings.network.bannedPeers).split(u',', Qt::SkipEmptyParts));
    m_letIn->setEnabled(false);
    if (m_list->count() == 0)
        m_notice->show(NoticeBar::Tone::Information, TrDialogs::tr("Nobody is banned."));
    else
        m_notice->clear();
}

void BannedPeersDialog::letIn()
{
    QStringList kept;
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->isSelected())
            kept += m_list->item(row)->text();
    }
    settings::EngineSettings settings = m_settings;
    settings.network.bannedPeers = kept.join(u',').toStdString();
    m_letIn->setEnabled(false);
    whenAnswered(m_engine.configure(settings), m_engine, this, [this](const Result<> &result) {
        if (!result)
            m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
        m_letIn->setEnabled(!m_list->selectedItems().isEmpty());
    });
}

} // namespace trib::ui
