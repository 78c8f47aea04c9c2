// TransfersPage: filters, tool bar, list or empty state, details. GUI thread. The shell outlives it.
#pragma once

#include "core/engine/torrent_engine.h"
#include "ui/shell/layout_saver.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace trib::ui {

class DetailsPane;
class EmptyState;
class Shell;
class SideFilters;
class TransferActions;
class TransferModel;
class TransferView;
struct UiSettings;

class TransfersPage : public QWidget {
    Q_OBJECT

public:
    TransfersPage(Shell &shell, QWidget *parent);

    [[nodiscard]] TransferModel &model() { return *m_model; }
    [[nodiscard]] TransferView &view() { return *m_view; }
    [[nodiscard]] DetailsPane &details() { return *m_details; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeMain();
    void makeToolBar();
    void fillAddButton();
    void addViewActions();
    void connectEverything();
    void takeDelta(const engine::DeltaPointer &delta);
    void takeSelection();
    void applyFilter();
    void clearFilter();
    void showListOrHint();
    void showInCentre(QWidget &shown);
    void openMenu(const QPoint &position);
    void popUp(QMenu &menu, const QPoint &position);
    void applySettings(const UiSettings &settings);
    void restoreLayout();
    void saveLayout();

    Shell &m_shell;
    TransferModel *m_model;
    QSplitter *m_columns;
    QSplitter *m_rows;
    SideFilters *m_side;
    QToolBar *m_tools;
    QToolButton *m_add;
    QAction *m_addPlace = nullptr;
    QLineEdit *m_text;
    QStackedWidget *m_centre;
    TransferView *m_view;
    EmptyState *m_reading;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    DetailsPane *m_details;
    TransferActions *m_actions = nullptr;
    QAction *m_showDetails = nullptr;
    QAction *m_showFilters = nullptr;
    QAction *m_expression = nullptr;
    bool m_listed = false; // before that, an empty list says nothing
    LayoutSaver m_layout{*this, [this] { saveLayout(); }};
};

} // namespace trib::ui
