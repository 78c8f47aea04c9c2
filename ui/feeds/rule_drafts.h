// RuleDrafts: the rules as they are being edited, as a list with boxes to check. Nothing of it holds before its commands are submitted.
// GUI thread. What the engine keeps of a rule (when it last added, which episodes) is taken from it at any time.
#pragma once

#include "core/model/commands.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace trib::ui {

class RuleDrafts final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void take(const std::vector<FeedRule> &rules); // what holds now; edits stay

    int add(FeedRule rule);       // returns its row; its name is made another one if it is taken
    void remove(int row);
    void change(int row, const FeedRule &rule);
    [[nodiscard]] const FeedRule *at(int row) const;

    // What is the matter with a name for the rule of this row, in words; empty: nothing.
    [[nodiscard]] QString nameFault(int row, const std::string &name) const;

    [[nodiscard]] std::optional<Command> nextCommand() const; // what is to be said to the engine next; nullopt: nothing
    void wasSaved();                                          // that command was carried out

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited(int row);

private:
    struct Draft {
        std::optional<FeedRule> saved; // as it holds; nullopt: a new one
        FeedRule rule;
    };

    [[nodiscard]] static bool isEdited(const Draft &draft);
    [[nodiscard]] bool isTaken(const std::string &name, int butRow) const;

    std::vector<Draft> m_drafts;
    std::vector<std::string> m_removed; // names that hold
};

} // namespace trib::ui
