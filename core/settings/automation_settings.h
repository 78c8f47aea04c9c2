// Settings of what the program does by itself: limits by the clock, a program after a download, feeds, lists of addresses, backups.
#pragma once

#include "core/settings/field.h"

#include <chrono>
#include <string>

namespace trib::settings {

// When the alternative limits hold. A time at which they end before it starts lasts over midnight, and belongs to the day it starts on.
struct ScheduleSettings {
    bool enabled = false;
    std::chrono::minutes from{8 * 60}; // of the local day
    std::chrono::minutes to{20 * 60};
    int days = 0b111'1111;             // bit 0 is Monday

    static constexpr auto fields()
    {
        using S = ScheduleSettings;
        return std::tuple{
            Field<S, bool>{"schedule/enabled", &S::enabled, "Use the alternative limits at the times below, and the usual ones else."},
            Field<S, std::chrono::minutes>{"schedule/from", &S::from, "When they begin, in minutes of the local day.", inRange(0, 1439)},
            Field<S, std::chrono::minutes>{"schedule/to", &S::to, "When they end, in minutes of the local day; before the beginning: on the next day.", inRange(0, 1439)},
            Field<S, int>{"schedule/days", &S::days, "Days on which they begin: the sum of 1 Monday, 2 Tuesday, 4 Wednesday, 8 Thursday, 16 Friday, 32 Saturday, 64 Sunday.", inRange(0, 127)},
        };
    }
    bool operator==(const ScheduleSettings &) const = default;
};

struct CompletionSettings {
    std::string program;

    static constexpr auto fields()
    {
        using S = CompletionSettings;
        return std::tuple{
            Field<S, std::string>{"completion/program", &S::program, "Program, by its absolute path, and arguments that are started when a download completes; without a shell, quotes only keep spaces together. %N name, %F path of the content, %D save path, %C category, %G tags, %Z size in bytes, %I v1 info-hash, %J v2 info-hash, %K id; the same is in the environment as TRIBUTARY_NAME and so on."},
        };
    }
    bool operator==(const CompletionSettings &) const = default;
};

struct FeedSettings {
    bool enabled = true;
    std::chrono::minutes interval{30};
    int itemsPerFeed = 200;
    bool addByRules = true;

    static constexpr auto fields()
    {
        using S = FeedSettings;
        return std::tuple{
            Field<S, bool>{"feeds/enabled", &S::enabled, "Read feeds by themselves."},
            Field<S, std::chrono::minutes>{"feeds/interval", &S::interval, "Minutes between two readings of a feed.", inRange(5, 10'080)},
            Field<S, int>{"feeds/items_per_feed", &S::itemsPerFeed, "Items that are kept of a feed.", inRange(10, 1000)},
            Field<S, bool>{"feeds/add_by_rules", &S::addByRules, "Add what matches a rule."},
        };
    }
    bool operator==(const FeedSettings &) const = default;
};

struct FilterSettings {
    bool enabled = false;
    std::string lists;
    int updateDays = 7;

    static constexpr auto fields()
    {
        using S = FilterSettings;
        return std::tuple{
            Field<S, bool>{"filter/enabled", &S::enabled, "Neither connect to nor let in the addresses of the lists."},
            Field<S, std::string>{"filter/lists", &S::lists, "Lists of addresses (PeerGuardian .p2p, eMule .dat, CIDR; also gzipped): absolute paths or http(s) URLs, separated by commas; a comma within one is written %2C."},
            Field<S, int>{"filter/update_days", &S::updateDays, "Days after which a list from a URL is fetched anew; 0 for never.", inRange(0, 365)},
        };
    }
    bool operator==(const FilterSettings &) const = default;
};

struct BackupSettings {
    std::string folder;
    int days = 1;
    int kept = 7;

    static constexpr auto fields()
    {
        using S = BackupSettings;
        return std::tuple{
            Field<S, std::string>{"backup/folder", &S::folder, "Folder that backups of everything go to by themselves; empty for none."},
            Field<S, int>{"backup/days", &S::days, "Days between two of them.", inRange(1, 365)},
            Field<S, int>{"backup/kept", &S::kept, "How many are kept; older ones are removed.", inRange(1, 1000)},
        };
    }
    bool operator==(const BackupSettings &) const = default;
};

} // namespace trib::settings
