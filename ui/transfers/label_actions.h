// LabelActions: what can be done with categories and tags: menus for the selected torrents, menus for the entries of the filters, and
// their dialogs. GUI thread. Shell, model and view outlive it.
#pragma once

#include "core/model/commands.h"
#include "core/model/torrent_snapshot.h"
#include "ui/transfers/label_tree.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QMenu;

namespace trib::ui {

class Shell;
class TransferModel;
class TransferView;

class LabelActions : public QObject {
    Q_OBJECT

public:
    LabelActions(Shell &shell, TransferModel &model, TransferView &view, QObject *parent);

    [[nodiscard]] const Labels &labels() const { return m_labels; }

    // The context menu of an entry of the filters; parented to `parent`.
    [[nodiscard]] QMenu *makeMenu(LabelKind kind, const LabelChoice &choice, QWidget *parent);

Q_SIGNALS:
    void labelsChanged();

private:
    void addMenu(const char *id, const QString &text, void (LabelActions::*fill)(QMenu &));
    void fillCategories(QMenu &menu);
    void fillTags(QMenu &menu);
    void addTransferActions(QMenu &menu, const TorrentIds &ids);
    void addLabelActions(QMenu &menu, LabelKind kind, const QString &name);
    void askNew(LabelKind kind, const QString &above, const TorrentIds &ids);
    void askFolder(const QString &name);
    void askRemoval(LabelKind kind, const QString &name);
    [[nodiscard]] std::vector<const TorrentSnapshot *> selected() const;

    Shell &m_shell;
    TransferModel &m_model;
    TransferView &m_view;
    Labels m_labels;
};

} // namespace trib::ui
