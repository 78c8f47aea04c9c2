// U256: the one name for a 256-bit unsigned integer. Unchecked: use it through Amount, which cannot wrap.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

namespace trib {

using U256 = boost::multiprecision::uint256_t;
using U512 = boost::multiprecision::uint512_t;

} // namespace trib
