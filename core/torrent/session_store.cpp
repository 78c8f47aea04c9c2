#include "core/torrent/session_store.h"
