// SettingsPage: the sections of the settings, edited as a copy. Apply hands the copy out; Discard drops it. GUI thread.
// Knows no engine and no store: setCurrent() is told what holds, applyRequested() says what should. A search leaves the sections that hold
// what is looked for, and marks the rows.
#pragma once

#include "ui/settings/preferences.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace trib::ui {

class NoticeBar;
class SettingsForm;

class SettingsPage final : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);

    // What is in force. What is being edited stays as typed; everything else follows.
    void setCurrent(const Preferences &preferences);
    [[nodiscard]] const Preferences &current() const { return m_current; }
    [[nodiscard]] const Preferences &edited() const { return m_edited; }
    [[nodiscard]] bool isDirty() const { return m_edited != m_current; }
    [[nodiscard]] QList<SettingsForm *> sections() const { return m_sections; }

    void showSection(int index);
    [[nodiscard]] SettingsForm *section(const QString &id) const; // null if there is none
    void search(const QString &text);
    void focusSearch();
    void showProblem(const QString &text);
    void showNews(const QString &text);
    void discard();

Q_SIGNALS:
    void applyRequested(const trib::ui::Preferences &preferences);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // keys of the search
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QLayout *buildSide();
    void addSection(SettingsForm &section);
    [[nodiscard]] bool searchKey(int key);
    void showMatches(const QStringList &terms);
    void toFirstMatch();
    void take();
    void refresh();
    void apply();

    Preferences m_current;
    Preferences m_edited;
    QLineEdit *m_search;
    QListWidget *m_list; // before the sections, whose controls follow it in the order of Tab
    QList<SettingsForm *> m_sections;
    QStackedWidget *m_stack;
    QLabel *m_nothing; // instead of a section, where none matches
    NoticeBar *m_notice;
    QPushButton *m_discard;
    QPushButton *m_apply;
};

} // namespace trib::ui
