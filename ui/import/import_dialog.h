// ImportDialog: takes torrents over from another client, in steps: where from, what would come, how far it is, what came of it. GUI thread.
// open() it; it deletes itself. Nothing is added before the second step is confirmed; closing it while it works stops the work first.
#pragma once

#include "ui/import/import_ground.h"
#include "ui/import/import_store.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace trib::ui {

class ChoosePage;
class NoticeBar;
class PreviewPage;
class ResultPage;

class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    // `ground` outlives it.
    ImportDialog(const engine::MakeTorrentImporter &makeImporter, const ImportGround &ground, QWidget *parent);

    [[nodiscard]] ChoosePage &choosePage() { return *m_choose; }
    [[nodiscard]] PreviewPage &previewPage() { return *m_preview; }
    [[nodiscard]] ResultPage &resultPage() { return *m_result; }

    void reject() override;

Q_SIGNALS:
    void imported(int torrents);

private:
    enum class Step { Choose, Preview, Work, Result };

    [[nodiscard]] QWidget *makeWork();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] Step step() const;
    void show(Step step);
    void update();
    void goOn();
    void goBack();
    void read();
    void showRead();
    void carryOut();
    void finish(const engine::ImportOutcome &outcome);

    const ImportGround &m_ground;
    QPointer<ImportStore> m_store;
    std::shared_ptr<const ImportPlan> m_plan; // that is carried out
    QLabel *m_title;
    QStackedWidget *m_steps;
    ChoosePage *m_choose;
    PreviewPage *m_preview;
    ResultPage *m_result;
    QLabel *m_what;
    QProgressBar *m_progress;
    NoticeBar *m_notice;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
};

} // namespace trib::ui
