#include "ui/add_torrent/pending_torrent.h"

#include "core/base/remote_text.h"
#include "ui/models/file_tree_model.h"
#include "ui/shell/when_answered.h"
#include "ui/text/tr.h"

#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

namespace trib::ui {
namespace {

[[nodiscard]] QString base32(std::span<const std::uint8_t> bytes)
{
    constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
    QString text;
    unsigned buffer = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        buffer = ((buffer << 8) | byte) & 0xfffU;
        for (bits += 8; bits >= 5; bits -= 5)
            text.append(QLatin1Char(kAlphabet[(buffer >> (bits - 5)) & 31U]));
    }
    return text;
}

[[nodiscard]] QString magnetTitle(const MagnetLink &link)
{
    const QUrlQuery query(QUrl(QString::fromStdString(link.uri)));
    const QString name = query.queryItemValue(QStringLiteral("dn"), QUrl::FullyDecoded).replace(u'+', u' ');
    return fromUtf8(remoteText(name.toStdString()));
}

[[nodiscard]] bool isFetchError(EngineErrc code)
{
    switch (code) {
    case EngineErrc::FileUnreadable:
    case EngineErrc::ConnectFailed:
    case EngineErrc::TlsFailed:
    case EngineErrc::HttpStatus:
    case EngineErrc::TimedOut:
    case EngineErrc::MetadataUnavailable: return true;
    default: return false;
    }
}

[[nodiscard]] std::optional<EngineErrc> codeOf(const Error &error)
{
    if (error.code.category() != make_error_code(EngineErrc::SourceNotRecognised).category())
        return std::nullopt;
    return static_cast<EngineErrc>(error.code.value());
}

} // namespace

bool namesTorrent(const MagnetLink &link, const InfoHash &hash)
{
    const QString uri = QString::fromStdString(link.uri).toLower();
    const auto has = [&](const QString &text) { return uri.contains(QStringLiteral(":") + text); };
    return (hash.v1 && (has(QString::fromStdString(hash.v1->toHex())) || has(base32(hash.v1->bytes()))))
        || (hash.v2 && has(QStringLiteral("1220") + QString::fromStdString(hash.v2->toHex())));
}

PendingTorrent::PendingTorrent(engine::TorrentEngine &engine, TorrentSource source, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_source(std::move(source))
    , m_files(new FileTreeModel(this))
{
    connect(&m_engine, &engine::TorrentEngine::previewStarted, this, &PendingTorrent::takeStarted);
    connect(m_files, &FileTreeModel::totalsChanged, this, &PendingTorrent::changed);
    askPreview();
}

PendingTorrent::~PendingTorrent()
{
    if (m_stage == Stage::WaitingForMetadata)
        m_engine.submit(CancelPreview{m_preview.infoHash});
}

void PendingTorrent::askPreview()
{
    const int question = ++m_question;
    whenAnswered(m_engine.preview(m_source), m_engine, this, [this, question](const Result<TorrentPreview> &result) {
        if (question == m_question)
            takePreview(result);
    });
}

void PendingTorrent::takeStarted(const TorrentPreview &preview)
{
    const auto *magnet = std::get_if<MagnetLink>(&m_source);
    if (m_stage != Stage::Reading || !magnet || !namesTorrent(*magnet, preview.infoHash))
        return;
    show(preview);
    setStage(preview.duplicateOf ? Stage::Duplicate : Stage::WaitingForMetadata);
}

void PendingTorrent::takePreview(const Result<TorrentPreview> &result)
{
    if (m_stage == Stage::Adding || m_stage == Stage::Added)
        return; // adding a magnet link ends its preview
    if (!result) {
        refuse(result.error());
        return;
    }
    show(*result);
    setStage(result->duplicateOf ? Stage::Duplicate : result->hasMetadata ? Stage::Ready : Stage::WaitingForMetadata);
}

void PendingTorrent::show(const TorrentPreview &preview)
{
    m_preview = preview;
    m_error.reset();
    m_files->setFiles(std::make_shared<const std::vector<FileEntry>>(std::move(m_preview.files)));
    m_preview.files.clear();
}

QString PendingTorrent::title() const
{
    if (!m_preview.name.empty())
        return fromUtf8(m_preview.name);
    struct Title {
        const InfoHash &hash;
        QString operator()(const TorrentFilePath &file) const { return QFileInfo(QString::fromStdString(file.path)).fileName(); }
        QString operator()(const TorrentFileBytes &) const { return TrAddTorrent::tr("Torrent"); }
        QString operator()(const MagnetLink &link) const
        {
            const QString name = magnetTitle(link);
            if (!name.isEmpty())
                return name;
            if (hash.v1 || hash.v2) // as the list will name it
                return fromUtf8(hash.v1 ? hash.v1->toHex() : hash.v2->toHex());
            return TrAddTorrent::tr("Magnet link");
        }
        QString operator()(const TorrentUrl &url) const { return QUrl(QString::fromStdString(url.url)).host(); }
    };
    return std::visit(Title{m_preview.infoHash}, m_source);
}

QString PendingTorrent::origin() const
{
    struct Origin {
        QString operator()(const TorrentFilePath &file) const { return QString::fromStdString(file.path); }
        QString operator()(const TorrentFileBytes &) const { return {}; }
        QString operator()(const MagnetLink &link) const { return fromUtf8(remoteText(link.uri)); }
        QString operator()(const TorrentUrl &url) const { return fromUtf8(remoteText(url.url)); }
    };
    return std::visit(Origin{}, m_source);
}

std::optional<Bytes> PendingTorrent::needed() const
{
    return m_preview.hasMetadata ? std::optional(m_files->wantedSize()) : std::nullopt;
}

QString PendingTorrent::problem() const
{
    if (!m_error)
        return {};
    const QString words = errorWords(*m_error).sentence();
    const bool readAsTorrent = std::holds_alternative<TorrentFilePath>(m_source) && !canRetry() && !m_mayAddAgain;
    return readAsTorrent ? words + QLatin1Char(' ') + TrAddTorrent::tr("The file itself was left as it is.") : words;
}

std::optional<EngineErrc> PendingTorrent::errorCode() const
{
    return m_error ? codeOf(*m_error) : std::nullopt;
}

bool PendingTorrent::canRetry() const
{
    const auto code = errorCode();
    return m_stage == Stage::Refused && !m_mayAddAgain && code && isFetchError(*code);
}

// After a refusal of the adding, another folder or another choice of files may do.
bool PendingTorrent::canBeAdded() const
{
    return m_stage == Stage::Ready || m_stage == Stage::WaitingForMetadata || (m_stage == Stage::Refused && m_mayAddAgain);
}

AddRequest PendingTorrent::request(const AddChoices &choices) const
{
    AddRequest request = choices.requestFor(m_preview.metainfo.empty() ? m_source : TorrentSource(TorrentFileBytes{m_preview.metainfo}));
    request.name = m_name.trimmed().toStdString();
    if (m_preview.hasMetadata)
        request.priorities = m_files->priorities();
    return request;
}

void PendingTorrent::add(const AddChoices &choices)
{
    if (canBeAdded())
        submit(request(choices));
}

void PendingTorrent::mergeTrackers()
{
    if (m_stage != Stage::Duplicate || !m_preview.canMergeTrackers)
        return;
    AddRequest merge;
    merge.source = m_preview.metainfo.empty() ? m_source : TorrentSource(TorrentFileBytes{m_preview.metainfo});
    merge.onDuplicate = OnDuplicate::MergeTrackers;
    submit(std::move(merge));
}

void PendingTorrent::submit(AddRequest request)
{
    setStage(Stage::Adding);
    whenAnswered(m_engine.add(std::move(request)), m_engine, this, [this](const Result<TorrentId> &result) {
        if (!result) {
            m_mayAddAgain = true;
            refuse(result.error());
            return;
        }
        setStage(Stage::Added);
        Q_EMIT added();
    });
}

void PendingTorrent::retry()
{
    m_error.reset();
    setStage(Stage::Reading);
    askPreview();
}

void PendingTorrent::refuse(const Error &error)
{
    m_error = error;
    setStage(codeOf(error) == EngineErrc::DuplicateTorrent ? Stage::Duplicate : Stage::Refused);
}

void PendingTorrent::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

} // namespace trib::ui
