// GeneralTab: one torrent in words and numbers, its pieces as a strip, and the remedy of its problem as a button. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/torrent_detail.h"
#include "core/model/torrent_snapshot.h"
#include "ui/text/state_text.h"

#include <QScrollArea>

#include <array>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace trib::ui {

class PiecesBar;

class GeneralTab : public QScrollArea {
    Q_OBJECT

public:
    explicit GeneralTab(QWidget *parent);

    void setTorrent(const TorrentSnapshot &torrent);
    void setDetail(const GeneralDetail *detail); // null: not known (yet)

Q_SIGNALS:
    void actionWanted(trib::ui::StateAction action);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Field { Size, Done, Uploaded, Downloaded, Ratio, Eta, Active, Added, Completed, SavedIn, Category, Tags, Hash, Hash2, Pieces, Private, Made, Comment, FieldCount };

    void addField(QGridLayout &grid, Field field, const QString &caption);
    void set(Field field, const QString &text, const QString &toolTip = {});
    void showState(const TorrentSnapshot &torrent);
    void makeBars();
    void showPieces(const PieceMap &map);

    QLabel *m_stateIcon;
    QLabel *m_state;
    QPushButton *m_remedy;
    QWidget *m_bars;
    PiecesBar *m_pieces;
    PiecesBar *m_availability;
    QLabel *m_availabilityCaption;
    QLabel *m_verified;
    QLabel *m_copies;
    QBoxLayout *m_columns; // beside each other, or below each other where the room is narrow
    std::array<QLabel *, FieldCount> m_captions{};
    std::array<QLabel *, FieldCount> m_values{};
    StateWords m_words;
};

} // namespace trib::ui
