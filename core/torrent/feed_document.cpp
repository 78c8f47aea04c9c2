#include "core/torrent/feed_document.h"

#include "core/model/engine_error.h"

#include <QByteArrayView>
#include <QRegularExpression>
#include <QStringDecoder>

#include <string>

namespace trib::torrent {
namespace {

constexpr qsizetype kMaxName = 256;      // of an element, an attribute, an entity
constexpr int kMostAttributes = 64;      // of one element
constexpr int kMostElements = 300'000;
constexpr qsizetype kDeclaration = 256;  // bytes in which the encoding stands

[[nodiscard]] Failure notTame(const char *why)
{
    return failure(EngineErrc::NotAFeed, why);
}

// As the XML declaration says it; UTF-8 where it says nothing.
[[nodiscard]] QByteArray namedEncoding(QByteArrayView bytes)
{
    static const QRegularExpression declared(QStringLiteral("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']"));
    const QRegularExpressionMatch match = declared.match(QString::fromLatin1(bytes.first(qMin(bytes.size(), kDeclaration))));
    return match.hasMatch() ? match.captured(1).toLatin1() : QByteArrayLiteral("UTF-8");
}

[[nodiscard]] Result<QString> decoded(std::span<const std::uint8_t> document)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(document.data()), static_cast<qsizetype>(document.size()));
    if (const auto marked = QStringConverter::encodingForData(bytes, u'<'))
        return QString(QStringDecoder(*marked).decode(bytes));
    QStringDecoder decoder(namedEncoding(bytes).constData());
    if (!decoder.isValid())
        return notTame("an encoding that is not known");
    return QString(decoder.decode(bytes));
}

// Goes through markup once.
class Watchman {
public:
    explicit Watchman(QStringView text) : m_text(text) {}

    // Where the root element begins; -1: nowhere, or behind declarations.
    [[nodiscard]] qsizetype root()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at].isSpace() || m_text[m_at] == QChar::ByteOrderMark)
                ++m_at;
            else if (here(u"<?"))
                m_at = behind(u"?>");
            else if (here(u"<!--"))
                m_at = behind(u"-->");
            else if (here(u"<!")) {
                const qsizetype end = behind(u">");
                if (m_text.sliced(m_at, end - m_at).contains(u'['))
                    return -1;
                m_at = end;
            } else
                return here(u"<") ? m_at : -1;
        }
        return -1;
    }

    [[nodiscard]] bool isTame()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (here(u"<!--"))
                m_at = behind(u"-->");
            else if (here(u"<![CDATA["))
                m_at = behind(u"]]>");
            else if (c == u'<' ? !passTag() : c == u'&' ? !passEntity() : !passOther())
                return false;
        }
        return true;
    }

private:
    [[nodiscard]] bool here(QStringView what) const { return m_text.sliced(m_at).startsWith(what); }

    [[nodiscard]] qsizetype behind(QStringView what) const
    {
        const qsizetype found = m_text.indexOf(what, m_at);
        return found < 0 ? m_text.size() : found + what.size();
    }

    [[nodiscard]] bool passOther()
    {
        ++m_at;
        return true;
    }

    // "&name", in text or in the value of an attribute.
    [[nodiscard]] bool passEntity()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !QStringView(u";&<>\"'").contains(m_text[m_at])) {
            if (m_at++ - begin > kMaxName)
                return false;
        }
        return true;
    }

    [[nodiscard]] bool passTag()
    {
        if (++m_elements > 2 * kMostElements) // tags: two each
            return false;
        QChar quote;
        qsizetype run = 0;
        int attributes = 0;
        for (++m_at; m_at < m_text.size();) {
            const QChar c = m_text[m_at];
            if (c == u'&') {
                if (!passEntity())
                    return false;
                continue;
            }
            ++m_at;
            if (!quote.isNull()) {
                quote = c == quote ? QChar() : quote;
                continue;
            }
            if (c == u'>')
                return true;
            if (c == u'"' || c == u'\'')
                quote = c;
            attributes += c == u'=';
            run = c.isSpace() || c == u'=' || c == u'/' || !quote.isNull() ? 0 : run + 1;
            if (run > kMaxName || attributes > kMostAttributes)
                return false;
        }
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_elements = 0;
};

} // namespace

Result<QString> tameDocument(std::span<const std::uint8_t> document)
{
    auto text = decoded(document);
    if (!text)
        return text;
    Watchman watchman(*text);
    const qsizetype root = watchman.root();
    if (root < 0)
        return notTame("no root element, or declarations before it");
    if (!watchman.isTame())
        return notTame("names, attributes or elements beyond all reason");
    return text->sliced(root);
}

} // namespace trib::torrent
