// LabelDialog: the name of a new category or tag, or the folder of a category. GUI thread. open() it; it deletes itself.
// Says what is wrong with a name while it is typed; submits the command and stays open with the reason if it is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

#include <variant>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace trib::ui {

class FolderEdit;
class NoticeBar;

// `ids`: the torrents that get it; none: it is only made.
struct NewCategory { QString above; TorrentIds ids; }; // above: the category that it will be below; may be empty
struct NewTag { TorrentIds ids; };
struct CategoryFolder { QString name; };
using LabelTask = std::variant<NewCategory, NewTag, CategoryFolder>;

class LabelDialog final : public QDialog {
    Q_OBJECT

public:
    // `labels`: those that there are.
    LabelDialog(engine::TorrentEngine &engine, LabelTask task, Labels labels, QWidget *parent);

private:
    void buildName(QVBoxLayout &column);
    void buildFolder(QVBoxLayout &column);
    void check();
    void submit();
    void submitNext(std::vector<Command> commands);
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool exists() const;
    [[nodiscard]] std::vector<Command> commands() const;

    engine::TorrentEngine &m_engine;
    LabelTask m_task;
    Labels m_labels;
    QLineEdit *m_name = nullptr;    // of what is new
    FolderEdit *m_folder = nullptr; // of categories
    NoticeBar *m_notice;
    QPushButton *m_accept;
};

} // namespace trib::ui
