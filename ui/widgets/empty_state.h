// EmptyState: what a list shows while it shows nothing: what to do, and one button (none if it has no words); below it, if there is one, another way. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace trib::ui {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &text, const QString &buttonText, QWidget *parent);

    void setText(const QString &text);
    void setOtherWay(const QString &buttonText);

Q_SIGNALS:
    void clicked();
    void otherWayClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QPushButton *m_other;
};

} // namespace trib::ui
