// How the C library's allocator is set for a program that runs for weeks. Before threads are made.
#pragma once

namespace trib::app {

// Blocks of 256 KiB and more (a list of thousands of torrents as one text) go back to the system when they are freed: glibc otherwise raises
// its limit to the largest block that it has seen freed and keeps such blocks. And few arenas, for what one thread frees another
// cannot use. With 10,000 torrents that is a sixth of the memory. Elsewhere it does nothing.
void returnFreedMemory();

} // namespace trib::app
