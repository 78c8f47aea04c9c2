#include "core/torrent/piece_recovery.h"
