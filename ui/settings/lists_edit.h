// ListsEdit: paths and web addresses of lists, one a line, with buttons that add and remove. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace trib::ui {

class ListsEdit final : public QWidget {
    Q_OBJECT

public:
    ListsEdit(const QString &name, QWidget *parent);

    void setItems(const QStringList &items);
    [[nodiscard]] QStringList items() const; // without empty ones, each once

    // As the setting holds them: separated by commas, a comma within one written %2C.
    [[nodiscard]] static QStringList split(const QString &text);
    [[nodiscard]] static QString join(const QStringList &items);

Q_SIGNALS:
    void itemsChanged();

private:
    void add(const QString &item);
    void addFile();
    void addAddress();
    void removeChosen();
    void refresh();

    QListWidget *m_list;
    QPushButton *m_remove;
};

} // namespace trib::ui
