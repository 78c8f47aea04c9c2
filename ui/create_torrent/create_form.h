// CreateForm: what a torrent is to be made of, as the user says it. GUI thread. Knows no engine: request() is what it says.
#pragma once

#include "core/model/create_request.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace trib::ui {

// Trackers as they are typed: one a line, an empty line between tiers.
[[nodiscard]] std::vector<std::vector<std::string>> tiersOf(const QString &text);

class CreateForm final : public QWidget {
    Q_OBJECT

public:
    explicit CreateForm(QWidget *parent = nullptr);

    // The kinds that the libtorrent at hand cannot seed safely: they can be made, and not seeded here.
    void setUnseedable(QList<TorrentFormat> formats);

    void setContent(const QString &path); // and, until the user has chosen another, a file beside it to write
    [[nodiscard]] CreateRequest request() const;
    [[nodiscard]] bool seeds() const;
    [[nodiscard]] bool isComplete() const; // enough is said to begin

Q_SIGNALS:
    void edited();

private:
    void addContentRows(QFormLayout &form);
    void addKindRows(QFormLayout &form);
    void addUrlRows(QFormLayout &form);
    void addTextRows(QFormLayout &form);
    void browseFile();
    void browseFolder();
    void browseOutput();
    void contentTyped();
    void offerSeeding();
    [[nodiscard]] TorrentFormat format() const;

    QLineEdit *m_content;
    QLineEdit *m_output;
    QComboBox *m_format;
    QComboBox *m_pieceSize;
    QCheckBox *m_private;
    QCheckBox *m_dotFiles;
    QPlainTextEdit *m_trackers;
    QPlainTextEdit *m_webSeeds;
    QLineEdit *m_comment;
    QLineEdit *m_source;
    QCheckBox *m_seed;
    QLabel *m_unseedableWords;
    QList<TorrentFormat> m_unseedable;
    bool m_outputChosen = false;
};

} // namespace trib::ui
