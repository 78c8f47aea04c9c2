// Rail: the narrow column of pages at the left edge. GUI thread. Knows names and icons of pages, not the pages.
#pragma once

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace trib::ui {

class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void addPage(const QString &id, const QString &title, const QString &iconName, bool atFoot);
    void setCurrent(const QString &id);
    void openMenu();
    void setMenu(QMenu *menu); // of the button above the foot: every action by category

Q_SIGNALS:
    void chosen(const QString &id);

private:
    QToolButton *makeButton(const QString &title, const QString &iconName);

    QVBoxLayout *m_layout;
    QButtonGroup *m_group;
    QToolButton *m_menuButton;
    QHash<QString, QToolButton *> m_buttons;
    int m_topCount = 0;
};

} // namespace trib::ui
