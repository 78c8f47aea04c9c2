// XdgDefaultProgram: asks and tells a freedesktop.org desktop by xdg-mime, in a process of its own that may take its time. Main thread.
#pragma once

#include "ui/settings/default_program.h"

#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>

namespace trib::app {

class XdgDefaultProgram final : public ui::DefaultProgram {
    Q_OBJECT

public:
    // `patience`: for one call of the tool, a script that may start a desktop's own.
    explicit XdgDefaultProgram(std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~XdgDefaultProgram() override;

    void ask() override;
    void makeOurs() override;

private:
    using Then = std::function<void(bool good, const QString &output)>;

    void askAbout(const QStringList &types);
    void run(const QStringList &arguments, Then then);
    void finish(bool good);

    QProcess m_process;
    QTimer m_patience;
    Then m_then;
    bool m_askAgain = false;
};

} // namespace trib::app
