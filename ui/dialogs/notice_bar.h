// NoticeBar: one line in a dialog that says what is the matter and offers the one thing to do. Hidden while it has no text.
// GUI thread. Plain text only.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace trib::ui {

class NoticeBar final : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Information, Working, Warning };

    explicit NoticeBar(QWidget *parent = nullptr);

    void show(Tone tone, const QString &text, const QString &action = {});
    void clear();

    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *actionButton() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeIcon();

    Tone m_tone = Tone::Information;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace trib::ui
