#include "core/torrent/volumes.h"
