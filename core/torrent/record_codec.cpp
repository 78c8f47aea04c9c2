#include "core/torrent/record_codec.h"

#include "core/model/labels.h"
#include "core/torrent/checksum.h"

#include <algorithm>
#include <array>
#include <span>
#include <type_traits>

namespace trib::torrent {
namespace {

using database::Statement;

template <class T>
std::int64_t toInt(const T &value)
{
    if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
        return static_cast<std::int64_t>(value);
    else if constexpr (std::is_same_v<T, WallTime>)
        return value.time_since_epoch().count();
    else if constexpr (std::is_same_v<T, QueuePosition>)
        return value.value();
    else
        return value.count(); // Bytes, BytesPerSecond, durations
}

template <class T>
T fromInt(std::int64_t value)
{
    if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
        return static_cast<T>(value);
    else if constexpr (std::is_same_v<T, WallTime>)
        return WallTime(std::chrono::seconds(value));
    else if constexpr (std::is_same_v<T, QueuePosition>)
        return QueuePosition(static_cast<std::int32_t>(value));
    else
        return T(value);
}

template <class T>
inline constexpr bool kIsDigest = false;
template <std::size_t N, class Tag>
inline constexpr bool kIsDigest<Digest<N, Tag>> = true;
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

// Adds each value to the checksum and, where there is a statement, binds it.
class Writer {
public:
    static constexpr bool kReads = false;

    Writer(Statement *statement, int parameter) : m_statement(statement), m_parameter(parameter) {}

    template <class T>
    void field(const T &value)
    {
        if constexpr (kIsOptional<T>) {
            if (value)
                field(*value);
            else
                addNull();
        } else if constexpr (std::is_same_v<T, std::string>) {
            addText(value);
        } else if constexpr (kIsDigest<T>) {
            addBlob(value.bytes());
        } else {
            addInt(toInt(value));
        }
    }

    Checksum checksum;

private:
    void addNull()
    {
        checksum.addNull();
        if (m_statement)
            m_statement->bindNull(m_parameter++);
    }
    void addText(const std::string &text)
    {
        checksum.addText(text);
        if (m_statement)
            m_statement->bindText(m_parameter++, text);
    }
    void addBlob(std::span<const std::uint8_t> bytes)
    {
        checksum.addBlob(bytes);
        if (m_statement)
            m_statement->bindBlob(m_parameter++, bytes);
    }
    void addInt(std::int64_t value)
    {
        checksum.addInt(value);
        if (m_statement)
            m_statement->bindInt(m_parameter++, value);
    }

    Statement *m_statement;
    int m_parameter;
};

class Reader {
public:
    static constexpr bool kReads = true;

    Reader(const Statement &statement, int column) : m_statement(statement), m_column(column) {}

    template <class T>
    void field(T &value)
    {
        if constexpr (kIsOptional<T>) {
            value.reset();
            if (!m_statement.isNull(m_column))
                return field(value.emplace());
            checksum.addNull();
        } else if constexpr (std::is_same_v<T, std::string>) {
            value = m_statement.textAt(m_column);
            checksum.addText(value);
        } else if constexpr (kIsDigest<T>) {
            const auto bytes = m_statement.blobAt(m_column);
            checksum.addBlob(bytes);
            if (bytes.size() == T::kSize)
                value = T(bytes.first<T::kSize>());
        } else {
            const auto number = m_statement.intAt(m_column);
            checksum.addInt(number);
            value = fromInt<T>(number);
        }
        ++m_column;
    }

    Checksum checksum;

private:
    const Statement &m_statement;
    int m_column;
};

template <class Archive, class Record>
void visitFlags(Archive &archive, Record &record)
{
    constexpr std::array kFlags{&TorrentRecord::stopped, &TorrentRecord::forced, &TorrentRecord::sequential,
        &TorrentRecord::firstLastFirst, &TorrentRecord::isPrivate, &TorrentRecord::hasMetadata, &TorrentRecord::active,
        &TorrentRecord::superSeeding};
    std::int64_t bits = 0;
    for (std::size_t i = 0; i < kFlags.size(); ++i)
        bits |= static_cast<std::int64_t>(record.*kFlags.at(i)) << i;
    archive.field(bits);
    if constexpr (Archive::kReads) {
        for (std::size_t i = 0; i < kFlags.size(); ++i)
            record.*kFlags.at(i) = (bits >> i & 1) != 0;
    }
}

template <class Archive, class Record>
void visitShareLimits(Archive &archive, Record &record)
{
    auto limits = record.shareLimits.value_or(ShareLimits{});
    constexpr std::int64_t kNone = -1; // the torrent has no share limits of its own
    auto action = record.shareLimits ? toInt(limits.action) : kNone;
    archive.field(action);
    archive.field(limits.ratioPermille);
    archive.field(limits.seedingTime);
    archive.field(limits.inactiveTime);
    if constexpr (Archive::kReads) {
        record.shareLimits.reset();
        if (action != kNone) {
            limits.action = fromInt<ShareLimitAction>(std::clamp<std::int64_t>(action, 0, toInt(ShareLimitAction::RemoveWithFiles)));
            record.shareLimits = limits;
        }
    }
}

// As one text: no tag has a comma.
template <class Archive, class Record>
void visitTags(Archive &archive, Record &record)
{
    std::string text = joinTags(record.tags);
    archive.field(text);
    if constexpr (Archive::kReads)
        record.tags = splitTags(text);
}

template <class Archive, class Record>
void visit(Archive &archive, Record &record)
{
    const auto fields = [&](auto &...field) { (archive.field(field), ...); };
    fields(record.id, record.infoHash.v1, record.infoHash.v2, record.name, record.savePath, record.volume.mountPoint,
           record.volume.device, record.movingTo, record.movedFrom, record.moveVolume.mountPoint, record.moveVolume.device);
    visitFlags(archive, record);
    fields(record.queuePosition, record.limits.download, record.limits.upload, record.limits.connections, record.limits.uploadSlots);
    visitShareLimits(archive, record);
    fields(record.size, record.wanted, record.done, record.uploaded, record.downloaded, record.fileCount, record.added,
           record.completed, record.activeTime, record.seedingTime, record.tracker, record.contentPath, record.category);
    visitTags(archive, record);
}

} // namespace

std::int64_t bindRecord(Statement &statement, int parameter, const TorrentRecord &record, std::string_view damage)
{
    Writer writer(&statement, parameter);
    visit(writer, record);
    writer.checksum.addText(damage);
    return writer.checksum.value();
}

ReadRecord readRecord(const Statement &statement, int column, std::string_view damage)
{
    ReadRecord result;
    Reader reader(statement, column);
    visit(reader, result.record);
    reader.checksum.addText(damage);
    result.checksum = reader.checksum.value();
    return result;
}

std::int64_t checksumOf(const TorrentRecord &record, std::string_view damage)
{
    Writer writer(nullptr, 0);
    visit(writer, record);
    writer.checksum.addText(damage);
    return writer.checksum.value();
}

} // namespace trib::torrent
