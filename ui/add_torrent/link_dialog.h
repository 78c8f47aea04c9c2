// LinkDialog: magnet links, web addresses and info-hashes to type or paste, a line each. GUI thread; open() it, it deletes itself.
#pragma once

#include "core/model/add_request.h"

#include <QDialog>

#include <vector>

class QPlainTextEdit;
class QLabel;
class QPushButton;

namespace trib::ui {

class LinkDialog final : public QDialog {
    Q_OBJECT

public:
    // `text`: what to begin with, such as links from the clipboard; may be empty.
    explicit LinkDialog(const QString &text, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const std::vector<trib::TorrentSource> &sources);

private:
    void count();
    void choose();

    QPlainTextEdit *m_edit;
    QLabel *m_found;
    QPushButton *m_add;
};

} // namespace trib::ui
