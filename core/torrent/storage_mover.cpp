#include "core/torrent/storage_mover.h"
