// LabelTree: a section of the filters at the side: all categories, as a tree, all tags, or all trackers,
// with how many torrents have each. Its heading
// stands for all torrents, whatever they have. As high as its entries; not there while there are none. GUI thread.
#pragma once

#include "ui/models/label_names.h"

#include <QTreeWidget>

#include <optional>
#include <string>

namespace trib::ui {

class LabelCounts;

// What an entry stands for: nullopt: all torrents; empty: those without a category or tag.
using LabelChoice = std::optional<std::string>;

class LabelTree : public QTreeWidget {
    Q_OBJECT

public:
    LabelTree(LabelKind kind, QWidget *parent);

    void setNames(const QStringList &names); // a choice that is gone becomes all
    void setCounts(const LabelCounts &counts);
    void setCompact(bool compact);
    void reset();

    [[nodiscard]] LabelKind kind() const { return m_kind; }
    [[nodiscard]] LabelChoice current() const;
    [[nodiscard]] QTreeWidgetItem *find(const LabelChoice &choice) const; // null if there is none

Q_SIGNALS:
    void chosen();
    void menuWanted(const trib::ui::LabelChoice &choice, const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QTreeWidgetItem *add(QTreeWidgetItem *above, const QString &name);
    void takeChoice();
    void takeCollapsed(QTreeWidgetItem *item);
    void openMenuOfCurrent();
    void fitHeight();

    LabelKind m_kind;
    QTreeWidgetItem *m_head;
    QHash<QString, QTreeWidgetItem *> m_items; // by name; empty: those without
    LabelChoice m_told;                        // with the last chosen()
    int m_rowHeight = 0;
};

} // namespace trib::ui
