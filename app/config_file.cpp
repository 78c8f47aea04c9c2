#include "app/config_file.h"

#include "app/control_error.h"
#include "core/settings/engine_settings.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace trib::app {
namespace {

constexpr std::size_t kLargestFile = 1 << 20;
constexpr std::string_view kBlank = " \t\r";

[[nodiscard]] std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(kBlank);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

[[nodiscard]] Failure wrongLine(int number, const std::string &why)
{
    return failure(ControlErrc::InvalidConfig, "line " + std::to_string(number) + ": " + why);
}

[[nodiscard]] Result<> takeLine(std::string_view line, int number, settings::EngineSettings &checked, settings::TextMap &map)
{
    line = trimmed(line);
    if (line.empty() || line.front() == '#')
        return success();
    if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; }))
        return wrongLine(number, "control characters");
    const auto equals = line.find('=');
    if (equals == std::string_view::npos)
        return wrongLine(number, "not of the form key = value");
    const std::string key(trimmed(line.substr(0, equals)));
    const std::string value(trimmed(line.substr(equals + 1)));
    if (map.contains(key))
        return wrongLine(number, key + " stands in the file twice");
    if (auto set = settings::set(checked, key, value); !set)
        return wrongLine(number, set.error().detail);
    map.emplace(key, value);
    return success();
}

} // namespace

Result<settings::TextMap> parseConfig(std::string_view text)
{
    settings::EngineSettings checked;
    settings::TextMap map;
    for (int number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (auto taken = takeLine(line, number, checked, map); !taken)
            return failure(taken.error());
    }
    return map;
}

Result<settings::TextMap> readConfigFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(kLargestFile + 1, '\0');
    if (file)
        file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.gcount() == 0 && !file.eof())
        return failure(ControlErrc::InvalidConfig, path.string() + " cannot be read");
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > kLargestFile)
        return failure(ControlErrc::InvalidConfig, path.string() + " is larger than 1 MiB");
    auto map = parseConfig(text);
    if (!map)
        return failure(ControlErrc::InvalidConfig, path.string() + ", " + map.error().detail);
    return map;
}

std::string documentedConfig()
{
    return "# Configuration of tributaryd (tributaryd --config FILE). What stands here wins over what is set in the program.\n"
           "# Lines are \"key = value\"; lines that begin with # are comments. Leave out what need not be fixed.\n\n"
        + settings::documentedDefaults();
}

} // namespace trib::app
