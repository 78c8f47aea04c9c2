// The settings of the engine: plain structs with defaults. Stored in session.db; the configuration file of tributaryd uses the same
// keys. A limit of zero means "no limit".
#pragma once

#include "core/model/torrent_limits.h"
#include "core/settings/automation_settings.h"
#include "core/settings/field.h"
#include "core/settings/remote_settings.h"

#include <chrono>
#include <string>

namespace trib::settings {

struct StorageSettings {
    std::string savePath;                         // empty: the Downloads folder of the user
    Bytes reserve{Bytes(512 << 20)};              // kept free on each volume
    bool startWhenAdded = true;
    bool useTrash = true;

    static constexpr auto fields()
    {
        using S = StorageSettings;
        return std::tuple{
            Field<S, std::string>{"storage/save_path", &S::savePath, "Folder for downloads; empty for the user's Downloads folder."},
            Field<S, Bytes>{"storage/reserve", &S::reserve, "Bytes kept free on each volume; downloads pause before they would use them.", inRange(0, std::int64_t{1} << 50)},
            Field<S, bool>{"storage/start_when_added", &S::startWhenAdded, "Start torrents when they are added."},
            Field<S, bool>{"storage/use_trash", &S::useTrash, "Removed files go to the trash where there is one."},
        };
    }
    bool operator==(const StorageSettings &) const = default;
};

struct TransferSettings {
    BytesPerSecond downloadLimit;
    BytesPerSecond uploadLimit;
    BytesPerSecond alternativeDownloadLimit{1 << 20};
    BytesPerSecond alternativeUploadLimit{256 << 10};
    bool useAlternativeLimits = false;
    int activeDownloads = 5;
    int activeSeeds = 200;
    int activeTotal = 500;
    int activeChecks = 1;
    std::int64_t ratioPermille = 0;               // share limits of torrents that have none of their own; zero: none
    std::chrono::minutes seedingTime{0};
    std::chrono::minutes inactiveTime{0};
    ShareLimitAction shareAction = ShareLimitAction::Stop;

    static constexpr auto fields()
    {
        using S = TransferSettings;
        constexpr std::int64_t kMaxRate = std::int64_t{1} << 40;
        return std::tuple{
            Field<S, BytesPerSecond>{"transfer/download_limit", &S::downloadLimit, "Download limit in bytes per second; 0 for none.", inRange(0, kMaxRate)},
            Field<S, BytesPerSecond>{"transfer/upload_limit", &S::uploadLimit, "Upload limit in bytes per second; 0 for none.", inRange(0, kMaxRate)},
            Field<S, BytesPerSecond>{"transfer/alternative_download_limit", &S::alternativeDownloadLimit, "Alternative download limit in bytes per second; 0 for none.", inRange(0, kMaxRate)},
            Field<S, BytesPerSecond>{"transfer/alternative_upload_limit", &S::alternativeUploadLimit, "Alternative upload limit in bytes per second; 0 for none.", inRange(0, kMaxRate)},
            Field<S, bool>{"transfer/use_alternative_limits", &S::useAlternativeLimits, "Use the alternative limits."},
            Field<S, int>{"transfer/active_downloads", &S::activeDownloads, "Torrents that download at the same time.", inRange(1, 100'000)},
            Field<S, int>{"transfer/active_seeds", &S::activeSeeds, "Torrents that seed at the same time.", inRange(1, 100'000)},
            Field<S, int>{"transfer/active_total", &S::activeTotal, "Torrents that download or seed at the same time.", inRange(1, 100'000)},
            Field<S, int>{"transfer/active_checks", &S::activeChecks, "Torrents whose files are checked at the same time.", inRange(1, 64)},
            Field<S, std::int64_t>{"transfer/share_ratio", &S::ratioPermille, "Ratio in thousandths after which seeding ends; 0 for none.", inRange(0, 1'000'000'000)},
            Field<S, std::chrono::minutes>{"transfer/share_seeding_time", &S::seedingTime, "Minutes of seeding after which it ends; 0 for none.", inRange(0, 10'000'000)},
            Field<S, std::chrono::minutes>{"transfer/share_inactive_time", &S::inactiveTime, "Minutes of seeding to nobody after which it ends; 0 for none.", inRange(0, 10'000'000)},
            Field<S, ShareLimitAction>{"transfer/share_action", &S::shareAction, "What then happens: 0 stop, 1 remove from the list, 2 remove with files.", inRange(0, 2)},
        };
    }
    bool operator==(const TransferSettings &) const = default;
};

enum class Encryption { Prefer, Require, Disable };

struct NetworkSettings {
    int port = 0;                                 // zero: one is chosen at the first start and stored
    std::string interfaces;                       // what is listened on and connected from
    int connections = 500;
    int connectionsPerTorrent = 100;
    int uploadSlotsPerTorrent = 0;
    Encryption encryption = Encryption::Prefer;
    bool tcp = true;
    bool utp = true;
    bool utpFirst = false;                        // else an outgoing connection is TCP where TCP is on
    bool dht = true;
    bool pex = true;
    bool lsd = true;
    bool portMapping = true;
    std::string dhtBootstrap{"dht.libtorrent.org:25401,router.bittorrent.com:6881,dht.transmissionbt.com:6881"};
    std::string proxy;
    std::string bannedPeers;
    std::string countryDatabase;

    static constexpr auto fields()
    {
        using S = NetworkSettings;
        return std::tuple{
            Field<S, int>{"network/port", &S::port, "Port for incoming connections; 0 to choose one at the first start.", inRange(0, 65535)},
            Field<S, std::string>{"network/interfaces", &S::interfaces, "Addresses or interface names to listen on and connect from, separated by commas; empty for all."},
            Field<S, int>{"network/connections", &S::connections, "Connections of all torrents together.", inRange(2, 100'000)},
            Field<S, int>{"network/connections_per_torrent", &S::connectionsPerTorrent, "Connections of one torrent.", inRange(2, 100'000)},
            Field<S, int>{"network/upload_slots_per_torrent", &S::uploadSlotsPerTorrent, "Peers that one torrent uploads to at the same time; 0 for automatic.", inRange(0, 10'000)},
            Field<S, Encryption>{"network/encryption", &S::encryption, "Protocol encryption: 0 preferred, 1 required, 2 disabled.", inRange(0, 2)},
            Field<S, bool>{"network/tcp", &S::tcp, "Use TCP."},
            Field<S, bool>{"network/utp", &S::utp, "Use uTP (BEP 29)."},
            Field<S, bool>{"network/utp_first", &S::utpFirst, "Connect by uTP before TCP: makes way for other traffic, is slower on fast networks."},
            Field<S, bool>{"network/dht", &S::dht, "Find peers by the distributed hash table (BEP 5)."},
            Field<S, bool>{"network/pex", &S::pex, "Exchange peers with peers (BEP 11). Takes effect for torrents added or started afterwards."},
            Field<S, bool>{"network/lsd", &S::lsd, "Find peers on the local network (BEP 14)."},
            Field<S, bool>{"network/port_mapping", &S::portMapping, "Ask the router for a port mapping (UPnP, NAT-PMP)."},
            Field<S, std::string>{"network/dht_bootstrap", &S::dhtBootstrap, "Nodes that the distributed hash table starts from, host:port separated by commas."},
            Field<S, std::string>{"network/proxy", &S::proxy, "Proxy for peers, trackers and torrent URLs: socks5://[user:password@]host:port or http://...; empty for none."},
            Field<S, std::string>{"network/banned_peers", &S::bannedPeers, "IP addresses that are neither connected to nor let in, separated by commas."},
            Field<S, std::string>{"network/country_database", &S::countryDatabase, "MaxMind database (.mmdb) that tells the countries of peers; empty for the one in /usr/share/GeoIP, if any."},
        };
    }
    bool operator==(const NetworkSettings &) const = default;
};

struct EngineSettings {
    StorageSettings storage;
    TransferSettings transfer;
    NetworkSettings network;
    RemoteSettings remote;
    ScheduleSettings schedule;
    CompletionSettings completion;
    FeedSettings feeds;
    FilterSettings filter;
    BackupSettings backup;

    bool operator==(const EngineSettings &) const = default;
};

[[nodiscard]] TextMap toMap(const EngineSettings &settings);

// Sets one field by its key. InvalidSetting for an unknown key or an unacceptable value; then nothing changes.
[[nodiscard]] Result<> set(EngineSettings &settings, std::string_view key, std::string_view text);

// `base` with every acceptable entry of `map`; keys of `map` that were not accepted are appended to `refused` where given.
[[nodiscard]] EngineSettings fromMap(const TextMap &map, EngineSettings base = {}, TextMap *refused = nullptr);

// InvalidSetting naming the first field whose value is out of its range.
[[nodiscard]] Result<> validate(const EngineSettings &settings);

// key, default and help of every field, in order: the configuration file that `tributaryd --print-config` writes.
[[nodiscard]] std::string documentedDefaults();

} // namespace trib::settings
