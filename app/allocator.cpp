#include "app/allocator.h"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace trib::app {

void returnFreedMemory()
{
#ifdef M_ARENA_MAX
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
    mallopt(M_ARENA_MAX, 4);
#endif
}

} // namespace trib::app
