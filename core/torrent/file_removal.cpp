#include "core/torrent/file_removal.h"
