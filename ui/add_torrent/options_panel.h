// OptionsPanel: where torrents are saved and how they begin; the rarer options are folded away. GUI thread. Holds for all torrents
// of the dialog, but the name, which belongs to the one that is shown.
#pragma once

#include "core/model/labels.h"
#include "ui/add_torrent/add_choices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace trib::ui {

class FolderEdit;
class LabelFields;
class SpaceLabel;

class OptionsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit OptionsPanel(QWidget *parent = nullptr);

    void setLabels(const Labels &labels); // those that there are: before setChoices(), and when they change
    void setChoices(const AddChoices &choices);
    [[nodiscard]] AddChoices choices() const;

    void setNeeded(std::optional<Bytes> needed, Bytes reserve);
    void setName(const QString &name, const QString &own); // as typed so far; the torrent's own, where nothing is typed
    void focusFolder();
    [[nodiscard]] bool isUsable() const;

Q_SIGNALS:
    void changed(); // whether it can be used
    void nameEdited(const QString &name);

private:
    void buildFolder(QVBoxLayout &column);
    void buildMore();
    void unfold(bool more);
    void showFolder(const QString &path);
    void takeCategory();

    AddChoices m_given;
    Labels m_known;
    bool m_folderChosen = false; // by the user, in this window
    FolderEdit *m_folder;
    SpaceLabel *m_space;
    LabelFields *m_labels;
    QCheckBox *m_start;
    QToolButton *m_moreButton;
    QWidget *m_more;
    QLineEdit *m_name;
    QComboBox *m_layout;
    QCheckBox *m_sequential;
    QCheckBox *m_firstLast;
    QCheckBox *m_top;
};

} // namespace trib::ui
