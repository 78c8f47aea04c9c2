// Thin RAII over the SQLite C API (of SQLCipher's library). One connection is one thread's.
#pragma once
