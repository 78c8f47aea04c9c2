// Certificates made for one test run by the openssl command: an authority of our own and what it signed, and some that it did not.
#pragma once

#include "tests/core/torrent/loopback_server.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <string>

namespace trib::test {

class TestCertificates {
public:
    // False, with openssl's words on the standard error, if the authority cannot be made.
    [[nodiscard]] bool makeAuthority()
    {
        return m_folder.isValid()
            && openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=Test authority",
                        "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout", "ca.key", "-out", "ca.pem"});
    }

    // Signed by the authority for `names` (such as "DNS:localhost,IP:127.0.0.1"), valid for `days` from now; negative: expired.
    [[nodiscard]] TlsFiles make(const char *name, const char *names, int days = 2)
    {
        const QString base = QString::fromUtf8(name);
        write(base + QStringLiteral(".cnf"), "subjectAltName=" + std::string(names) + "\n");
        const bool made = openssl({"req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=server", "-keyout", key(base), "-out", base + QStringLiteral(".csr")})
            && openssl({"x509", "-req", "-in", base + QStringLiteral(".csr"), "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", QString::number(days),
                        "-extfile", base + QStringLiteral(".cnf"), "-out", pem(base)});
        return made ? files(base) : TlsFiles{};
    }

    [[nodiscard]] TlsFiles makeSelfSigned()
    {
        const QString base = QStringLiteral("self");
        const bool made = openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                                   "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key(base), "-out", pem(base)});
        return made ? files(base) : TlsFiles{};
    }

    [[nodiscard]] std::string authority() const { return m_folder.filePath(QStringLiteral("ca.pem")).toStdString(); }

private:
    // Arguments as UTF-8 literals or QStrings alike.
    struct Argument : QString {
        Argument(const char *text) : QString(QString::fromUtf8(text)) {} // NOLINT(google-explicit-constructor): the lists above read as commands
        Argument(const QString &text) : QString(text) {}                 // NOLINT(google-explicit-constructor)
    };

    [[nodiscard]] static QString pem(const QString &base) { return base + QStringLiteral(".pem"); }
    [[nodiscard]] static QString key(const QString &base) { return base + QStringLiteral(".key"); }
    [[nodiscard]] TlsFiles files(const QString &base) const
    {
        return {m_folder.filePath(pem(base)).toStdString(), m_folder.filePath(key(base)).toStdString(), {}};
    }

    void write(const QString &name, const std::string &text)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.data(), qint64(text.size()));
    }

    [[nodiscard]] bool openssl(const std::initializer_list<Argument> &arguments)
    {
        QStringList list;
        for (const Argument &argument : arguments)
            list.append(argument);
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), list);
        const bool done = process.waitForFinished(20000) && process.exitCode() == 0;
        if (!done)
            qWarning("openssl: %s", process.readAllStandardError().constData());
        return done;
    }

    QTemporaryDir m_folder;
};

} // namespace trib::test
