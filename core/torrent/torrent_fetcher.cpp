#include "core/torrent/torrent_fetcher.h"
