#include "ui/create_torrent/create_form.h"

#include "ui/create_torrent/words.h"
#include "ui/dialogs/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace trib::ui {
namespace {

[[nodiscard]] QString cleaned(const QString &path)
{
    const QString trimmed = path.trimmed();
    return trimmed.isEmpty() ? QString() : QDir::cleanPath(trimmed);
}

[[nodiscard]] QPlainTextEdit *makeLines(const QString &name, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setAccessibleName(name);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFixedHeight(4 * edit->fontMetrics().lineSpacing() + 12);
    return edit;
}

[[nodiscard]] QString sizeName(std::int64_t bytes)
{
    return bytes < (1 << 20) ? TrCreateTorrent::tr("%1 KiB").arg(bytes >> 10) : TrCreateTorrent::tr("%1 MiB").arg(bytes >> 20);
}

// A label that leads to the control, and its name for screen readers.
void addNamed(QFormLayout &form, const QString &label, QWidget *control, QWidget *row = nullptr)
{
    auto *text = new QLabel(label, form.parentWidget());
    text->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(QString(label).remove(u'&'));
    form.addRow(text, row ? row : control);
}

[[nodiscard]] QWidget *rowOf(const QList<QWidget *> &widgets, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    onGrid(*layout);
    for (QWidget *widget : widgets)
        layout->addWidget(widget, widget == widgets.first() ? 1 : 0);
    return row;
}

[[nodiscard]] QPushButton *makeButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

} // namespace

std::vector<std::vector<std::string>> tiersOf(const QString &text)
{
    std::vector<std::vector<std::string>> tiers;
    bool begins = true;
    for (const QString &line : text.split(u'\n')) {
        const std::string url = line.trimmed().toStdString();
        if (url.empty()) {
            begins = true;
            continue;
        }
        if (begins)
            tiers.emplace_back();
        tiers.back().push_back(url);
        begins = false;
    }
    return tiers;
}

CreateForm::CreateForm(QWidget *parent)
    : QWidget(parent)
    , m_content(new QLineEdit(this))
    , m_output(new QLineEdit(this))
    , m_format(new QComboBox(this))
    , m_pieceSize(new QComboBox(this))
    , m_private(new QCheckBox(TrCreateTorrent::tr("Pri&vate: peers come from the trackers alone"), this))
    , m_dotFiles(new QCheckBox(TrCreateTorrent::tr("Leave out &hidden files"), this))
    , m_trackers(makeLines(TrCreateTorrent::tr("Trackers"), this))
    , m_webSeeds(makeLines(TrCreateTorrent::tr("Web seeds"), this))
    , m_comment(new QLineEdit(this))
    , m_source(new QLineEdit(this))
    , m_seed(new QCheckBox(TrCreateTorrent::tr("&Start seeding at once"), this))
    , m_unseedableWords(plainLabel(TrCreateTorrent::tr("The installed libtorrent cannot seed or download torrents of this kind safely, so this one is made and does not "
                                                       "seed here. Hybrid torrents are for new clients, too."), this))
{
    auto *form = new QFormLayout(this);
    onGrid(*form);
    form->setHorizontalSpacing(kWideGap);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addContentRows(*form);
    addKindRows(*form);
    addUrlRows(*form);
    addTextRows(*form);
    m_dotFiles->setChecked(true);
    m_seed->setChecked(true);
    m_content->setFocus();
}

void CreateForm::addContentRows(QFormLayout &form)
{
    auto *file = makeButton(TrCreateTorrent::tr("&File…"), this);
    auto *folder = makeButton(TrCreateTorrent::tr("Fol&der…"), this);
    auto *output = makeButton(TrCreateTorrent::tr("&Browse…"), this);
    addNamed(form, TrCreateTorrent::tr("Co&ntent"), m_content, rowOf({m_content, file, folder}, this));
    form.addRow(QString(), m_dotFiles);
    addNamed(form, TrCreateTorrent::tr("&Write to"), m_output, rowOf({m_output, output}, this));
    connect(file, &QPushButton::clicked, this, &CreateForm::browseFile);
    connect(folder, &QPushButton::clicked, this, &CreateForm::browseFolder);
    connect(output, &QPushButton::clicked, this, &CreateForm::browseOutput);
    connect(m_content, &QLineEdit::textEdited, this, &CreateForm::contentTyped);
    connect(m_content, &QLineEdit::textChanged, this, &CreateForm::edited);
    connect(m_output, &QLineEdit::textEdited, this, [this] { m_outputChosen = true; });
    connect(m_output, &QLineEdit::textChanged, this, &CreateForm::edited);
}

void CreateForm::addKindRows(QFormLayout &form)
{
    m_format->addItems({TrCreateTorrent::tr("Hybrid: for clients old and new"), TrCreateTorrent::tr("v1: for every client"),
        TrCreateTorrent::tr("v2: for new clients alone")});
    m_pieceSize->addItem(TrCreateTorrent::tr("By the size of the content"), QVariant::fromValue<qint64>(0));
    for (std::int64_t size = kMinCreatedPiece.count(); size <= kMaxCreatedPiece.count(); size *= 2)
        m_pieceSize->addItem(sizeName(size), QVariant::fromValue<qint64>(size));
    addNamed(form, TrCreateTorrent::tr("&Kind"), m_format);
    addNamed(form, TrCreateTorrent::tr("&Piece size"), m_pieceSize);
    form.addRow(QString(), m_private);
}

void CreateForm::addUrlRows(QFormLayout &form)
{
    m_trackers->setPlaceholderText(TrCreateTorrent::tr("One a line. After an empty line: those to try when the ones above fail."));
    m_webSeeds->setPlaceholderText(TrCreateTorrent::tr("One a line: addresses where the content can be downloaded by HTTP."));
    addNamed(form, TrCreateTorrent::tr("&Trackers"), m_trackers);
    addNamed(form, TrCreateTorrent::tr("W&eb seeds"), m_webSeeds);
}

void CreateForm::addTextRows(QFormLayout &form)
{
    addNamed(form, TrCreateTorrent::tr("C&omment"), m_comment);
    addNamed(form, TrCreateTorrent::tr("So&urce tag"), m_source);
    m_source->setToolTip(TrCreateTorrent::tr("Some trackers ask for one: it makes the torrent theirs"));
    form.addRow(QString(), m_seed);
    form.addRow(QString(), m_unseedableWords);
    connect(m_format, &QComboBox::currentIndexChanged, this, &CreateForm::offerSeeding);
    offerSeeding();
}

void CreateForm::setUnseedable(QList<TorrentFormat> formats)
{
    m_unseedable = std::move(formats);
    offerSeeding();
}

void CreateForm::offerSeeding()
{
    const bool canSeed = !m_unseedable.contains(format());
    m_seed->setEnabled(canSeed);
    m_unseedableWords->setVisible(!canSeed);
    m_format->setAccessibleDescription(canSeed ? QString() : m_unseedableWords->text());
}

TorrentFormat CreateForm::format() const
{
    return m_format->currentIndex() == 1 ? TorrentFormat::V1 : m_format->currentIndex() == 2 ? TorrentFormat::V2 : TorrentFormat::Hybrid;
}

void CreateForm::setContent(const QString &path)
{
    m_content->setText(path);
    contentTyped();
}

void CreateForm::contentTyped()
{
    const QString path = cleaned(m_content->text());
    if (!m_outputChosen)
        m_output->setText(path.isEmpty() ? QString() : path + QStringLiteral(".torrent"));
}

CreateRequest CreateForm::request() const
{
    CreateRequest request;
    request.content = cleaned(m_content->text()).toStdString();
    request.output = cleaned(m_output->text()).toStdString();
    request.format = format();
    request.isPrivate = m_private->isChecked();
    request.pieceSize = Bytes(m_pieceSize->currentData().toLongLong());
    request.skipDotFiles = m_dotFiles->isChecked();
    request.trackers = tiersOf(m_trackers->toPlainText());
    for (const QString &line : m_webSeeds->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            request.webSeeds.push_back(line.trimmed().toStdString());
    }
    request.comment = m_comment->text().trimmed().toStdString();
    request.source = m_source->text().trimmed().toStdString();
    return request;
}

bool CreateForm::seeds() const
{
    return m_seed->isChecked() && !m_unseedable.contains(format());
}

bool CreateForm::isComplete() const
{
    return QDir::isAbsolutePath(cleaned(m_content->text())) && QDir::isAbsolutePath(cleaned(m_output->text()));
}

void CreateForm::browseFile()
{
    auto *dialog = new QFileDialog(this, TrCreateTorrent::tr("The file to share"), QFileInfo(m_content->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CreateForm::setContent);
    dialog->open();
}

void CreateForm::browseFolder()
{
    auto *dialog = new QFileDialog(this, TrCreateTorrent::tr("The folder to share"), QFileInfo(m_content->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &CreateForm::setContent);
    dialog->open();
}

void CreateForm::browseOutput()
{
    auto *dialog = new QFileDialog(this, TrCreateTorrent::tr("The torrent to write"), QFileInfo(m_output->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the dialog asks when it comes to that
    dialog->setDefaultSuffix(QStringLiteral("torrent"));
    dialog->selectFile(QFileInfo(m_output->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_outputChosen = true;
        m_output->setText(file);
    });
    dialog->open();
}

} // namespace trib::ui
