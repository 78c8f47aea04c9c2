// Draws the program's icon for the systems it is installed on: render_icon SVG OUT SIZE...
// OUT.png takes one size; OUT.ico (Windows) and OUT.icns (macOS) hold a PNG image for each. A build tool; needs no display.
#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QStringList>
#include <QSvgRenderer>
#include <QtEndian>

#include <cstdio>
#include <vector>

namespace {

struct Picture {
    int size = 0;
    QByteArray png;
};

[[nodiscard]] QByteArray drawn(QSvgRenderer &renderer, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? png : QByteArray();
}

template <class T>
void appendLittle(QByteArray &bytes, T value)
{
    const T swapped = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

void appendBig(QByteArray &bytes, qsizetype value)
{
    const quint32 swapped = qToBigEndian(static_cast<quint32>(value));
    bytes.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

// A header, a table of 16 bytes a picture, then the pictures; 256 pixels are written as 0.
[[nodiscard]] QByteArray icoOf(const std::vector<Picture> &pictures)
{
    QByteArray bytes;
    appendLittle<quint16>(bytes, 0);
    appendLittle<quint16>(bytes, 1);
    appendLittle<quint16>(bytes, static_cast<quint16>(pictures.size()));
    qsizetype offset = 6 + 16 * static_cast<qsizetype>(pictures.size());
    for (const Picture &picture : pictures) {
        const auto side = static_cast<quint8>(picture.size);
        for (const quint8 byte : {side, side, quint8{0}, quint8{0}})
            appendLittle<quint8>(bytes, byte);
        appendLittle<quint16>(bytes, 1);
        appendLittle<quint16>(bytes, 32);
        appendLittle<quint32>(bytes, static_cast<quint32>(picture.png.size()));
        appendLittle<quint32>(bytes, static_cast<quint32>(offset));
        offset += picture.png.size();
    }
    for (const Picture &picture : pictures)
        bytes += picture.png;
    return bytes;
}

[[nodiscard]] QByteArray icnsKind(int size)
{
    switch (size) {
    case 128: return "ic07";
    case 256: return "ic08";
    case 512: return "ic09";
    case 1024: return "ic10";
    default: return {};
    }
}

[[nodiscard]] QByteArray icnsOf(const std::vector<Picture> &pictures)
{
    QByteArray body;
    for (const Picture &picture : pictures) {
        const QByteArray kind = icnsKind(picture.size);
        if (kind.isEmpty())
            return {};
        body += kind;
        appendBig(body, picture.png.size() + 8);
        body += picture.png;
    }
    QByteArray bytes = "icns";
    appendBig(bytes, body.size() + 8);
    return bytes + body;
}

[[nodiscard]] QByteArray packed(const QString &file, const std::vector<Picture> &pictures)
{
    if (file.endsWith(QStringLiteral(".ico")))
        return icoOf(pictures);
    if (file.endsWith(QStringLiteral(".icns")))
        return icnsOf(pictures);
    return pictures.size() == 1 ? pictures.front().png : QByteArray();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4) {
        std::fputs("usage: render_icon SVG OUT.png|OUT.ico|OUT.icns SIZE...\n", stderr);
        return 2;
    }
    QSvgRenderer renderer(QFile::decodeName(argv[1]));
    std::vector<Picture> pictures;
    for (int i = 3; i < argc; ++i) {
        const int size = QByteArray(argv[i]).toInt();
        if (!renderer.isValid() || size < 8 || size > 1024)
            return 1;
        pictures.push_back({size, drawn(renderer, size)});
    }
    const QString out = QFile::decodeName(argv[2]);
    const QByteArray bytes = packed(out, pictures);
    QSaveFile file(out);
    return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit() ? 0 : 1;
}
