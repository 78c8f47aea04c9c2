#include "ui/import/import_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/import/choose_page.h"
#include "ui/import/preview_page.h"
#include "ui/import/result_page.h"
#include "ui/import/words.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/widgets/hinted_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr QSize kFirstSize(960, 580);
constexpr QSize kSmallest(600, 400);

} // namespace

ImportDialog::ImportDialog(const engine::MakeTorrentImporter &makeImporter, const ImportGround &ground, QWidget *parent)
    : QDialog(parent)
    , m_ground(ground)
    , m_title(headline({}, this))
    , m_steps(new QStackedWidget(this))
    , m_choose(new ChoosePage(makeImporter, this))
    , m_preview(new PreviewPage(this))
    , m_result(new ResultPage(this))
    , m_what(plainLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_notice(new NoticeBar(this))
    , m_back(new QPushButton(TrImport::tr("&Back"), this))
    , m_next(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    prepareDialog(*this, TrImport::tr("Import from another client"));
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(m_title);
    column->addWidget(m_steps, 1);
    column->addWidget(m_notice);
    column->addSpacing(kGap);
    column->addWidget(makeButtons());
    m_steps->addWidget(m_choose); // in the order of Step
    m_steps->addWidget(m_preview);
    m_steps->addWidget(makeWork());
    m_steps->addWidget(m_result);
    setMinimumSize(kSmallest);
    resize(parent ? kFirstSize.boundedTo(parent->window()->size()).expandedTo(kSmallest) : kFirstSize);
    connect(m_choose, &ChoosePage::changed, this, &ImportDialog::update);
    connect(m_preview, &PreviewPage::chosenChanged, this, &ImportDialog::update);
    show(Step::Choose);
}

QWidget *ImportDialog::makeWork()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    onGrid(*column);
    column->addStretch(1);
    column->addWidget(m_what);
    column->addWidget(m_progress);
    column->addStretch(2);
    m_what->setAlignment(Qt::AlignCenter);
    m_progress->setAccessibleName(TrImport::tr("How many torrents have been taken over"));
    return page;
}

QWidget *ImportDialog::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    onGrid(*layout);
    layout->addStretch(1);
    for (QPushButton *button : {m_back, m_next, m_cancel}) {
        layout->addWidget(button);
        button->setAutoDefault(false);
    }
    m_next->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    return row;
}

ImportDialog::Step ImportDialog::step() const
{
    return static_cast<Step>(m_steps->currentIndex());
}

void ImportDialog::show(Step step)
{
    m_steps->setCurrentIndex(static_cast<int>(step));
    m_notice->clear();
    update();
}

void ImportDialog::update()
{
    const int chosen = m_preview->model().totals().chosen;
    m_back->setVisible(step() == Step::Preview);
    m_next->setVisible(step() != Step::Work);
    m_cancel->setVisible(step() != Step::Result);
    m_cancel->setText(step() == Step::Work ? TrImport::tr("&Stop") : TrImport::tr("Cancel"));
    switch (step()) {
    case Step::Choose:
        m_title->setText(TrImport::tr("Import torrents from which client?"));
        m_next->setText(TrImport::tr("S&how what would come"));
        m_next->setEnabled(m_choose->isComplete());
        return;
    case Step::Preview:
        m_title->setText(TrImport::tr("Import these torrents?"));
        m_next->setText(chosen > 0 ? TrImport::tr("&Import %n torrent(s)", nullptr, chosen) : TrImport::tr("&Import"));
        m_next->setEnabled(chosen > 0);
        return;
    case Step::Work: m_title->setText(TrImport::tr("Torrents are being taken over")); return;
    case Step::Result:
        m_title->setText(TrImport::tr("The import is done"));
        m_next->setText(TrImport::tr("C&lose"));
        m_next->setEnabled(true);
        return;
    }
}

void ImportDialog::goOn()
{
    switch (step()) {
    case Step::Choose: return read();
    case Step::Preview: return carryOut();
    case Step::Work: return;
    case Step::Result: return accept();
    }
}

void ImportDialog::goBack()
{
    m_preview->setPlan(nullptr, m_ground);
    show(Step::Choose);
}

void ImportDialog::read()
{
    if (m_store)
        m_store->disconnect(this);
    m_store = &m_choose->store();
    m_preview->setPlan(nullptr, m_ground);
    show(Step::Preview);
    if (!m_store->isReading())
        return showRead();
    m_preview->setHint(TrImport::tr("Is being read…"));
    connect(m_store, &ImportStore::read, this, &ImportDialog::showRead);
    connect(m_store, &ImportStore::progressed, this, [this](qint64 done, qint64 of) {
        m_preview->setHint(TrImport::tr("Is being read: %1 of %2").arg(formatCount(done), formatCount(of)));
    });
}

void ImportDialog::showRead()
{
    if (step() != Step::Preview) // back again meanwhile
        return;
    if (const Error *error = m_store->error()) {
        m_preview->setHint({});
        m_notice->show(NoticeBar::Tone::Warning, TrImport::tr("This folder cannot be read as a store of that client. %1").arg(errorWords(*error).sentence()));
        return;
    }
    m_preview->setHint(TrImport::tr("There are no torrents in this folder"));
    m_preview->setPlan(m_store->plan(), m_ground);
    m_preview->table().setFocus();
}

void ImportDialog::carryOut()
{
    m_plan = m_preview->model().chosen();
    const auto count = static_cast<int>(m_plan->torrents.size());
    m_what->setText(TrImport::tr("0 of %n torrent(s)", nullptr, count));
    m_progress->setRange(0, count);
    m_progress->setValue(0);
    show(Step::Work);
    m_store->disconnect(this);
    engine::TorrentImporter &importer = m_store->importer();
    connect(&importer, &engine::TorrentImporter::progressed, this, [this](qint64 done, qint64 of) {
        m_progress->setValue(static_cast<int>(done));
        m_what->setText(TrImport::tr("%1 of %2 torrents").arg(formatCount(done), formatCount(of)));
    });
    connect(&importer, &engine::TorrentImporter::finished, this, &ImportDialog::finish);
    importer.carryOut(m_plan, m_ground.labels);
}

void ImportDialog::finish(const engine::ImportOutcome &outcome)
{
    if (step() != Step::Work)
        return;
    m_result->show(*m_plan, outcome);
    show(Step::Result);
    Q_EMIT imported(static_cast<int>(outcome.added.size()));
}

void ImportDialog::reject()
{
    if (step() != Step::Work)
        return QDialog::reject();
    m_cancel->setEnabled(false);
    m_store->importer().cancel();
}

} // namespace trib::ui
