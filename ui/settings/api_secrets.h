// ApiSecrets: makes what guards the API for other programs: the hash of a password, or a key with its hash. GUI thread; the work, which takes
// half a second, is done elsewhere. The answers are given before this goes. app has the means.
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <string>

namespace trib::ui {

struct ApiKey {
    std::string key; // shown once
    std::string hash;
};

class ApiSecrets : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<std::string>> hash(const QString &password) = 0;
    virtual QFuture<Result<ApiKey>> makeKey() = 0;
};

} // namespace trib::ui
