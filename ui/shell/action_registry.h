// ActionRegistry: every action of the window, by id: menus, tool bars and the page of keys (F1) are made from it.
// GUI thread. Owns its actions. Ids are unique: "torrent.add", "transfers.filter".
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QWidget;

namespace trib::ui {

struct ActionSpec {
    QString id;
    QString text;               // "Add torrent…"
    QString icon;               // a name of ui/widgets/icons.h; may be empty
    QList<QKeySequence> shortcuts; // the first is shown
    QString category;           // heading on the page of keys: "Torrents", "Window"
    QString help;               // the tool-tip, where the text is not enough
    QWidget *scope = nullptr;   // where the keys work; null: the whole window
};

class ActionRegistry : public QObject {
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    QAction *add(const ActionSpec &spec);
    [[nodiscard]] QAction *find(const QString &id) const; // null if there is none

    struct Entry {
        QString id;
        QString category;
        QAction *action = nullptr;
    };
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; } // in the order of adding

Q_SIGNALS:
    // `scope` is the spec's: the window puts what has none on itself.
    void added(QAction *action, const QString &id, QWidget *scope);

private:
    QList<Entry> m_entries;
};

// As it is read: without mnemonic and ellipsis.
[[nodiscard]] QString withoutMnemonic(const QString &text);

// The action's text without mnemonic and ellipsis, and its first key in brackets.
[[nodiscard]] QString actionToolTip(const QAction &action);

} // namespace trib::ui
