#include "core/torrent/metainfo.h"
