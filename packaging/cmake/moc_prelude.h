// Read by moc before every header: Qt 6.4's moc cannot parse <compare> unless libstdc++'s configuration has been read.
#pragma once

#include <cstddef>
