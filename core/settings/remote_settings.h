// RemoteSettings: the API for other programs. What guards it is stored as hashes alone (core/remote/password_hash.h), and the API itself can
// change none of these.
#pragma once

#include "core/settings/field.h"

namespace trib::settings {

struct RemoteSettings {
    bool enabled = false;
    int port = 8080;
    std::string address{"127.0.0.1"};
    std::string user{"admin"};
    std::string passwordHash;
    std::string apiKeyHash;
    std::string hostNames;
    std::string certificate;
    std::string privateKey;

    static constexpr auto fields()
    {
        using S = RemoteSettings;
        return std::tuple{
            Field<S, bool>{"remote/enabled", &S::enabled, "Offer the API for other programs."},
            Field<S, int>{"remote/port", &S::port, "Port of the API.", inRange(1, 65535)},
            Field<S, std::string>{"remote/address", &S::address, "Address that the API listens on; one that is not loopback needs a password or a key."},
            Field<S, std::string>{"remote/user", &S::user, "User name of the API."},
            Field<S, std::string>{"remote/password_hash", &S::passwordHash, "Hash of the API's password, as tributaryd --set-api-password makes it; empty: nobody can log in."},
            Field<S, std::string>{"remote/api_key_hash", &S::apiKeyHash, "Hash of the API's key, as tributaryd --new-api-key makes it; empty: there is none."},
            Field<S, std::string>{"remote/host_names", &S::hostNames, "Host names beside localhost that the API answers to, as NAME or NAME:PORT, separated by commas."},
            Field<S, std::string>{"remote/certificate", &S::certificate, "PEM file with the API's certificate chain; empty: no TLS."},
            Field<S, std::string>{"remote/private_key", &S::privateKey, "PEM file with the certificate's private key."},
        };
    }
    bool operator==(const RemoteSettings &) const = default;
};

} // namespace trib::settings
