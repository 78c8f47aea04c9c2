#include "app/api_secret.h"

#include "app/control_client.h"
#include "app/control_output.h"
#include "app/profile_lock.h"
#include "app/run_command.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/remote/password_hash.h"
#include "core/torrent/session_store.h"

#include <chrono>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <thread>

#include <termios.h>
#include <unistd.h>

namespace trib::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s; // for a program that is starting or ending
constexpr auto kPause = 50ms;
constexpr const char *kPasswordSetting = "remote/password_hash";
constexpr const char *kKeySetting = "remote/api_key_hash";

// A terminal that does not show what is typed, for as long as this lives.
class NoEcho {
public:
    NoEcho()
    {
        if (::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG); // as getpass(3): an end in between would leave the terminal so
        m_isHidden = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }
    ~NoEcho()
    {
        if (m_isHidden)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

private:
    termios m_before{};
    bool m_isHidden = false;
};

[[nodiscard]] std::optional<std::string> readLine()
{
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

[[nodiscard]] Result<std::string> readPassword()
{
    const bool isTerminal = ::isatty(STDIN_FILENO) == 1;
    if (!isTerminal) {
        auto line = readLine();
        return line ? Result<std::string>(std::move(*line)) : failure(ControlErrc::WrongUsage, "the password is read from the standard input, which is empty");
    }
    const NoEcho hidden;
    std::fputs("New password for the API (12 characters or more): ", stderr);
    const auto first = readLine();
    std::fputs("\nThe same again: ", stderr);
    const auto second = readLine();
    std::fputs("\n", stderr);
    if (!first || first != second)
        return failure(ControlErrc::WrongUsage, "the two are not the same");
    return *first;
}

// NotRunning when nothing has the profile.
[[nodiscard]] Result<> tellRunning(const ProfilePaths &paths, const char *setting, const std::string &hash)
{
    ControlClient client;
    if (auto connected = client.connect(paths); !connected)
        return connected;
    const QJsonObject values{{QString::fromLatin1(setting), QString::fromStdString(hash)}};
    const auto answer = client.ask({1, QStringLiteral("set"), {{QStringLiteral("values"), values}}}, kPatience);
    if (!answer)
        return failure(answer.error());
    return answer->error.isEmpty() ? success() : Result<>(failure(ControlErrc::InvalidRequest, errorText(false, answer->error).trimmed().toStdString()));
}

[[nodiscard]] Result<> storeInProfile(const ProfilePaths &paths, const char *setting, const std::string &hash)
{
    const SystemClock clock;
    FileLog log(paths.log(), clock);
    auto store = torrent::SessionStore::open(paths.folder, clock, log);
    return store ? (*store)->saveSettings({{setting, hash}}) : Result<>(failure(store.error()));
}

[[nodiscard]] Result<> store(const ProfilePaths &paths, const char *setting, const std::string &hash)
{
    if (auto prepared = prepareProfile(paths); !prepared)
        return prepared;
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
        if (const auto lock = ProfileLock::acquire(paths))
            return storeInProfile(paths, setting, hash);
        else if (lock.error().code != EngineErrc::AlreadyRunning)
            return failure(lock.error());
        auto told = tellRunning(paths, setting, hash);
        const bool isGone = !told && (told.error().code == ControlErrc::NotRunning || told.error().code == ControlErrc::ConnectionLost);
        if (!isGone || std::chrono::steady_clock::now() > deadline)
            return told;
        std::this_thread::sleep_for(kPause);
    }
}

[[nodiscard]] Result<> hashAndStore(const ProfilePaths &paths, const char *setting, const std::string &secret)
{
    SystemRandom random;
    const auto hash = remote::hashPassword(secret, random);
    return hash ? store(paths, setting, *hash) : Result<>(failure(hash.error()));
}

} // namespace

int setApiPassword(const ProfilePaths &paths)
{
    const auto password = readPassword();
    if (!password)
        return failStart(QStringLiteral("tributaryd"), password.error());
    if (auto stored = hashAndStore(paths, kPasswordSetting, *password); !stored)
        return failStart(QStringLiteral("tributaryd"), stored.error());
    std::fputs("The API's password is set. Its user is the setting remote/user; remote/enabled switches the API on.\n", stderr);
    return kExitDone;
}

int newApiKey(const ProfilePaths &paths)
{
    SystemRandom random;
    const auto key = remote::makeApiKey(random);
    if (!key)
        return failStart(QStringLiteral("tributaryd"), key.error());
    if (auto stored = hashAndStore(paths, kKeySetting, *key); !stored)
        return failStart(QStringLiteral("tributaryd"), stored.error());
    std::printf("%s\n", key->c_str());
    std::fflush(stdout);
    std::fputs("This is the API's key, for \"Authorization: Bearer\". It is not shown again.\n", stderr);
    return kExitDone;
}

} // namespace trib::app
