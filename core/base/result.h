// Result<T>: a value or an Error, for everything that can fail. Names as in std::expected, so that C++23 is an alias away.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <system_error>
#include <utility>
#include <variant>

namespace trib {

// `detail` is English and for the log alone: never shown to a user, never secret. Words for users are made in ui/text.
struct Error {
    std::error_code code;
    std::string detail;

    bool operator==(const Error &) const = default;
};

template <class T = std::monostate>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

template <class Errc>
[[nodiscard]] Failure failure(Errc code, std::string detail = {})
{
    return Failure(Error{make_error_code(code), std::move(detail)});
}

[[nodiscard]] inline Failure failure(Error error)
{
    return Failure(std::move(error));
}

// The value of a Result<> that has nothing to say but "done".
[[nodiscard]] inline Result<> success()
{
    return Result<>(std::monostate{});
}

} // namespace trib
