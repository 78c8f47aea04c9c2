// LogPage: what the program has noted, with filters. GUI thread. Reads the history while it is visible, and not otherwise.
#pragma once

#include "ui/log/log_model.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace trib::ui {

class LogPage final : public QWidget {
    Q_OBJECT

public:
    // `history` outlives the page; `folder` is where the log's file is.
    LogPage(const LogHistory &history, QString folder, QWidget *parent = nullptr);

    void focusFilter();
    [[nodiscard]] LogModel &model() { return m_model; }

Q_SIGNALS:
    void folderNotOpened(const QString &folder);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildBar();
    void buildTable();
    void poll();
    void copy();
    void openFolder();
    void clear();
    void follow();
    void sayWhatIsMissing();

    const LogHistory &m_history;
    const QString m_folder;
    LogModel m_model;
    LogFilter m_filter;
    QTimer m_timer;
    QComboBox *m_level;
    QLineEdit *m_text;
    QCheckBox *m_follow;
    QTableView *m_table;
    QLabel *m_nothing;
    QPushButton *m_copy;
    QPushButton *m_clear;
    QPushButton *m_open;
};

} // namespace trib::ui
