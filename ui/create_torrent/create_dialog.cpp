#include "ui/create_torrent/create_dialog.h"

#include "core/model/engine_error.h"
#include "ui/create_torrent/create_form.h"
#include "ui/create_torrent/words.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kSteps = 1000;

// The engine's words are about torrents that come from elsewhere; these are about content that is ours.
[[nodiscard]] QString wordsFor(const Error &error)
{
    const auto is = [&](EngineErrc code) { return error.code == make_error_code(code); };
    const QString what = fromUtf8(error.detail);
    if (is(EngineErrc::InvalidFileTree))
        return TrCreateTorrent::tr("There is nothing in it that could be shared.");
    if (is(EngineErrc::NameInvalid))
        return TrCreateTorrent::tr("Not every system can have this name, so others would not find the file. Rename it: %1").arg(what);
    if (is(EngineErrc::TooLarge))
        return TrCreateTorrent::tr("This is more than one torrent can describe. Larger pieces help, or several torrents.");
    if (is(EngineErrc::DiskError))
        return TrCreateTorrent::tr("Something could not be read or written, or has changed meanwhile: %1").arg(what);
    if (is(EngineErrc::PathInvalid))
        return TrCreateTorrent::tr("Choose content that is there, and a file to write in a folder that is there and not within the content.");
    if (is(EngineErrc::UrlInvalid))
        return TrCreateTorrent::tr("Not all addresses can be used. Trackers begin with http://, https:// or udp://, web seeds with http:// or https://.");
    return errorWords(error).sentence();
}

} // namespace

CreateDialog::CreateDialog(engine::TorrentEngine &engine, std::unique_ptr<engine::TorrentCreator> creator, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_creator(std::move(creator))
    , m_form(new CreateForm(this))
    , m_notice(new NoticeBar(this))
    , m_progress(new QProgressBar(this))
    , m_create(new QPushButton(TrCreateTorrent::tr("C&reate"), this))
{
    const QString title = TrCreateTorrent::tr("Create a torrent");
    prepareDialog(*this, title);
    QDialogButtonBox *buttons = buttonBox(m_create, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(title, this));
    column->addWidget(m_form, 1);
    column->addWidget(m_notice);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 80));
    m_progress->setRange(0, kSteps);
    m_progress->setAccessibleName(TrCreateTorrent::tr("How much of the content has been read"));
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { create(false); });
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] { create(true); });
    connect(m_form, &CreateForm::edited, this, [this] {
        m_notice->clear();
        m_create->setEnabled(m_form->isComplete());
    });
    connect(m_creator.get(), &engine::TorrentCreator::progressed, this, &CreateDialog::showProgress);
    connect(m_creator.get(), &engine::TorrentCreator::finished, this, &CreateDialog::finish);
    work(false);
}

// The work goes before the widgets that it reports to.
CreateDialog::~CreateDialog()
{
    m_creator.reset();
}

void CreateDialog::create(bool replace)
{
    CreateRequest request = m_form->request();
    request.replace = replace;
    m_progress->setValue(0);
    work(true);
    m_creator->start(std::move(request));
}

void CreateDialog::showProgress(Bytes hashed, Bytes total)
{
    m_progress->setValue(total.count() > 0 ? static_cast<int>(static_cast<qreal>(hashed.count()) / static_cast<qreal>(total.count()) * kSteps) : 0);
}

void CreateDialog::finish(const Result<CreatedTorrent> &result)
{
    if (!result) {
        work(false);
        refuse(result.error());
    } else if (m_form->seeds()) {
        seed(*result);
    } else {
        Q_EMIT created(QString::fromStdString(result->output), false);
        accept();
    }
}

void CreateDialog::seed(const CreatedTorrent &made)
{
    AddRequest request;
    request.source = TorrentFilePath{made.output};
    request.savePath = made.savePath;
    request.skipCheck = true; // it has been read from end to end just now
    request.onPathConflict = OnPathConflict::Refuse;
    whenAnswered(m_engine.add(std::move(request)), m_engine, this, [this, file = QString::fromStdString(made.output)](const Result<TorrentId> &added) {
        if (added) {
            Q_EMIT created(file, true);
            accept();
            return;
        }
        work(false);
        m_notice->show(NoticeBar::Tone::Warning,
            TrCreateTorrent::tr("The torrent has been written, but it does not seed. %1").arg(errorWords(added.error()).sentence()));
    });
}

void CreateDialog::work(bool on)
{
    m_form->setEnabled(!on);
    m_progress->setVisible(on);
    m_create->setEnabled(!on && m_form->isComplete());
    if (on)
        m_notice->clear();
}

void CreateDialog::refuse(const Error &error)
{
    if (error.code == make_error_code(EngineErrc::TargetExists))
        m_notice->show(NoticeBar::Tone::Warning, TrCreateTorrent::tr("A file of this name is there already."), TrCreateTorrent::tr("&Replace it"));
    else
        m_notice->show(NoticeBar::Tone::Warning, wordsFor(error));
}

} // namespace trib::ui
