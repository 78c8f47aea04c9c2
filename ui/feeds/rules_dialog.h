// RulesDialog: rules that add items of feeds by themselves: a list, one rule in full, and what it asks for just now. GUI thread. open() it;
// it deletes itself. Nothing changes before "Save"; it stays open with the reason if something is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

class QListView;
class QPushButton;
class QStackedWidget;

namespace trib {
class Clock;
}

namespace trib::ui {

class NoticeBar;
class RuleDrafts;
class RuleForm;
class RuleMatches;

class RulesDialog final : public QDialog {
    Q_OBJECT

public:
    // `clock` outlives it.
    RulesDialog(engine::TorrentEngine &engine, const engine::FeedsPointer &feeds, const Labels &labels, const Clock &clock, QWidget *parent);

    void choose(int row);

    [[nodiscard]] RuleDrafts &drafts() { return *m_drafts; }
    [[nodiscard]] RuleForm &form() { return *m_form; }
    [[nodiscard]] RuleMatches &matches() { return *m_matches; }

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeRule();
    void addEntry(const QString &text, const QKeySequence &key, QPushButton *button, void (RulesDialog::*run)());
    void setFeeds(const engine::FeedsPointer &feeds);
    void showCurrent();
    void takeForm();
    void addRule();
    void duplicate();
    void remove();
    void rename();
    void check();
    void save();
    void setSaving(bool on);
    [[nodiscard]] int current() const;

    engine::TorrentEngine &m_engine;
    engine::FeedsPointer m_feeds;
    RuleDrafts *m_drafts;
    QListView *m_list;
    QPushButton *m_new;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QStackedWidget *m_pages;
    RuleForm *m_form;
    RuleMatches *m_matches;
    NoticeBar *m_notice;
    QPushButton *m_save;
    bool m_saving = false;
    bool m_taking = false; // from the form: it is not to be filled again
};

} // namespace trib::ui
