// RuleForm: one rule, to be changed: what it asks for, of which feeds, and how it is added. GUI thread. What cannot be understood is said
// below its field.
#pragma once

#include "core/model/feeds.h"
#include "core/model/labels.h"

#include <QWidget>

#include <string>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace trib::ui {

class FolderEdit;
class TagEdit;

class RuleForm final : public QWidget {
    Q_OBJECT

public:
    explicit RuleForm(QWidget *parent);

    void setFeeds(const std::vector<FeedPointer> &feeds); // to choose from
    void setLabels(const Labels &labels);
    void setRule(const FeedRule &rule);
    void setNameFault(const QString &fault); // of the name that stands there; empty: none
    void editName();                          // leads to its field

    [[nodiscard]] FeedRule rule() const;
    [[nodiscard]] bool isAcceptable() const { return m_acceptable; } // its name aside

Q_SIGNALS:
    void edited();

private:
    void addTexts();
    void addFeeds();
    void addAdding();
    QLabel *addRow(const QString &label, QWidget *control, QWidget *shown = nullptr);
    void changed();
    void check();
    void setFault(QWidget &control, QLabel &label, const QString &fault);
    [[nodiscard]] std::vector<std::string> chosenFeeds() const;

    std::vector<std::pair<std::string, QString>> m_names; // of the feeds that are shown, by address
    FeedRule m_given; // what no field shows stays as it was
    bool m_loading = false;
    bool m_acceptable = true;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QLineEdit *m_must;
    QLineEdit *m_mustNot;
    QCheckBox *m_regex;
    QLineEdit *m_episodes;
    QCheckBox *m_onceEach;
    QSpinBox *m_pause;
    QCheckBox *m_allFeeds;
    QListWidget *m_feeds;
    FolderEdit *m_folder;
    QComboBox *m_category;
    TagEdit *m_tags;
    QCheckBox *m_stopped;
    QComboBox *m_layout;
    QLabel *m_nameFault = nullptr;
    QLabel *m_mustFault = nullptr;
    QLabel *m_mustNotFault = nullptr;
    QLabel *m_episodesFault = nullptr;
    QLabel *m_folderFault = nullptr;
    QLabel *m_categoryFault = nullptr;
    QLabel *m_tagsFault = nullptr;
};

} // namespace trib::ui
