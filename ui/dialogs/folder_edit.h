// FolderEdit: a folder to type, to pick from those used before, or to browse for. GUI thread. Paths are UTF-16 with '/'.
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QPushButton;

namespace trib::ui {

class FolderEdit final : public QWidget {
    Q_OBJECT

public:
    explicit FolderEdit(QWidget *parent = nullptr);

    void setHistory(const QStringList &folders); // most recent first
    void setPath(const QString &path);
    [[nodiscard]] QString path() const; // cleaned; "~" at the start is the home folder
    void setPlaceholder(const QString &text);
    void setAccessibleTitle(const QString &title);

Q_SIGNALS:
    void pathChanged(const QString &path);

private:
    void browse();

    QComboBox *m_combo;
    QPushButton *m_browse;
};

} // namespace trib::ui
