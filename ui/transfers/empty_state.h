// EmptyState: what the list shows while it shows nothing: what to do, and one button. GUI thread.
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

Q_SIGNALS:
    void clicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace trib::ui
