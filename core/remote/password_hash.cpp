#include "core/remote/password_hash.h"

#include "core/remote/form_decoder.h"
#include "core/remote/remote_error.h"

#include <QByteArray>
#include <QList>
#include <QPasswordDigestor>
#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace trib::remote {
namespace {

constexpr std::string_view kScheme = "pbkdf2-sha512$";
constexpr int kMinRounds = 1'000;
constexpr int kMaxRounds = 10'000'000;
constexpr qsizetype kMinSalt = 16;
constexpr qsizetype kMaxSalt = 64;
constexpr qsizetype kKeySize = 64; // SHA-512's own
constexpr std::size_t kKeyLength = 32;
constexpr std::string_view kKeyAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

struct HashParts {
    int rounds = 0;
    QByteArray salt;
    QByteArray key;
};

[[nodiscard]] std::optional<QByteArray> fromBase64(std::string_view text)
{
    auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), static_cast<qsizetype>(text.size())), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(std::move(*decoded)) : std::nullopt;
}

[[nodiscard]] std::optional<HashParts> partsOf(std::string_view hash)
{
    if (!hash.starts_with(kScheme) || hash.size() > 512)
        return std::nullopt;
    hash.remove_prefix(kScheme.size());
    HashParts parts;
    const auto [end, error] = std::from_chars(hash.data(), hash.data() + hash.size(), parts.rounds);
    hash.remove_prefix(static_cast<std::size_t>(end - hash.data()));
    const std::size_t second = hash.find('$', 1);
    if (error != std::errc{} || parts.rounds < kMinRounds || parts.rounds > kMaxRounds || !hash.starts_with('$') || second == std::string_view::npos)
        return std::nullopt;
    const auto salt = fromBase64(hash.substr(1, second - 1));
    const auto key = fromBase64(hash.substr(second + 1));
    if (!salt || !key || salt->size() < kMinSalt || salt->size() > kMaxSalt || key->size() != kKeySize)
        return std::nullopt;
    parts.salt = *salt;
    parts.key = *key;
    return parts;
}

[[nodiscard]] QByteArray derive(std::string_view password, const QByteArray &salt, int rounds)
{
    const QByteArray bytes(password.data(), static_cast<qsizetype>(password.size()));
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha512, bytes, salt, rounds, static_cast<quint64>(kKeySize));
}

[[nodiscard]] bool isAcceptable(std::string_view password, std::size_t fewest)
{
    if (password.size() > kMaxPassword || !isCleanText(password)
        || std::any_of(password.begin(), password.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
        return false;
    const QList<uint> characters = QString::fromUtf8(password.data(), static_cast<qsizetype>(password.size())).toUcs4();
    return static_cast<std::size_t>(characters.size()) >= fewest;
}

} // namespace

Result<std::string> hashPassword(std::string_view password, Random &random, int rounds, std::size_t fewest)
{
    if (!isAcceptable(password, fewest))
        return failure(RemoteErrc::InvalidSetting, "a password has at least " + std::to_string(fewest) + " characters, and no control characters");
    std::array<std::uint8_t, kMinSalt> salt{};
    if (auto filled = random.fill(salt); !filled)
        return failure(filled.error());
    const QByteArray saltBytes(reinterpret_cast<const char *>(salt.data()), kMinSalt);
    const QByteArray key = derive(password, saltBytes, rounds);
    return std::string(kScheme) + std::to_string(rounds) + "$" + saltBytes.toBase64().toStdString() + "$" + key.toBase64().toStdString();
}

bool isPasswordHash(std::string_view hash)
{
    return partsOf(hash).has_value();
}

bool matchesHash(std::string_view password, std::string_view hash)
{
    const auto parts = partsOf(hash);
    if (!parts || password.size() > kMaxPassword)
        return false;
    const QByteArray key = derive(password, parts->salt, parts->rounds);
    return equalsInConstantTime({key.constData(), static_cast<std::size_t>(key.size())},
        {parts->key.constData(), static_cast<std::size_t>(parts->key.size())});
}

Result<std::string> makeApiKey(Random &random)
{
    constexpr std::size_t kFair = 256 / kKeyAlphabet.size() * kKeyAlphabet.size(); // bytes above would favour some characters
    std::string key;
    while (key.size() < kKeyLength) {
        std::array<std::uint8_t, kKeyLength> bytes{};
        if (auto filled = random.fill(bytes); !filled)
            return failure(filled.error());
        for (const std::uint8_t byte : bytes) {
            if (byte < kFair && key.size() < kKeyLength)
                key.push_back(kKeyAlphabet[byte % kKeyAlphabet.size()]);
        }
    }
    return key;
}

bool equalsInConstantTime(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    volatile unsigned char difference = 0; // volatile: no early end however clever the compiler
    for (std::size_t i = 0; i < a.size(); ++i)
        difference = static_cast<unsigned char>(difference | (static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i])));
    return difference == 0;
}

} // namespace trib::remote
