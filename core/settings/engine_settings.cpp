#include "core/settings/engine_settings.h"

namespace trib::settings {
namespace {

template <class Settings, class F>
void forEachArea(Settings &settings, F &&visit)
{
    visit(settings.storage);
    visit(settings.transfer);
    visit(settings.network);
    visit(settings.remote);
    visit(settings.schedule);
    visit(settings.completion);
    visit(settings.feeds);
    visit(settings.filter);
    visit(settings.backup);
}

} // namespace

TextMap toMap(const EngineSettings &settings)
{
    TextMap map;
    forEachArea(settings, [&](const auto &area) { save(area, map); });
    return map;
}

Result<> set(EngineSettings &settings, std::string_view key, std::string_view text)
{
    Result<> result = failure(EngineErrc::InvalidSetting, "unknown key " + std::string(key));
    const std::string_view areaName = key.substr(0, key.find('/'));
    forEachArea(settings, [&]<class Area>(Area &area) {
        const std::string_view first = std::get<0>(Area::fields()).key;
        if (first.substr(0, first.find('/')) == areaName)
            result = set(area, key, text);
    });
    return result;
}

EngineSettings fromMap(const TextMap &map, EngineSettings base, TextMap *refused)
{
    for (const auto &[key, text] : map) {
        const auto result = set(base, key, text);
        if (!result && refused)
            refused->emplace(key, result.error().detail);
    }
    return base;
}

Result<> validate(const EngineSettings &settings)
{
    EngineSettings copy;
    for (const auto &[key, text] : toMap(settings)) {
        if (auto result = set(copy, key, text); !result)
            return result;
    }
    return success();
}

std::string documentedDefaults()
{
    std::string text;
    const EngineSettings defaults;
    forEachArea(defaults, [&]<class Area>(const Area &area) {
        std::apply([&](const auto &...field) {
            ((text.append("# ").append(field.help).append("\n").append(field.key).append(" = ")
                  .append(toText(area.*field.member)).append("\n\n")), ...);
        }, Area::fields());
    });
    return text;
}

} // namespace trib::settings
