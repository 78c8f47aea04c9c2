// ApiNotice: says, as long as it is so, that other computers can reach the API, or why it is not to be had. GUI thread. Hidden otherwise.
#pragma once

#include "core/settings/remote_settings.h"

#include <QWidget>

#include <optional>

namespace trib::ui {

class NoticeBar;

// Why the API is to be on and is not. Others: the setting named in the detail, as the log has it.
enum class ApiTrouble { PortTaken, NotProtected, WrongSetting, Other };

class ApiNotice final : public QWidget {
    Q_OBJECT

public:
    explicit ApiNotice(QWidget *parent = nullptr);

    void setSettings(const settings::RemoteSettings &settings); // as they hold
    void setTrouble(std::optional<ApiTrouble> trouble);         // nullopt: it listens

    [[nodiscard]] QString text() const; // empty while it is hidden

Q_SIGNALS:
    void settingsWanted();

private:
    void refresh();

    NoticeBar *m_bar;
    settings::RemoteSettings m_settings;
    std::optional<ApiTrouble> m_trouble;
};

} // namespace trib::ui
