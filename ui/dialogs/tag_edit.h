// TagEdit: tags in a line, with commas between them; completes each with those that there are. GUI thread.
#pragma once

#include <QLineEdit>

class QStringListModel;

namespace trib::ui {

class TagEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit TagEdit(QWidget *parent = nullptr);

    void setKnown(const QStringList &names);

    [[nodiscard]] QStringList tags() const; // sorted, each once
    [[nodiscard]] QString fault() const;    // of the first that cannot be a tag; empty: none

private:
    QStringListModel *m_known;
};

} // namespace trib::ui
