// ApiSecretMaker: hashes the API's password, and makes its key, on a thread of its own. Lives on the main thread; its end waits for the work at
// hand, half a second at most, for the answers need it.
#pragma once

#include "ui/settings/api_secrets.h"

#include <QThreadPool>

namespace trib::app {

class ApiSecretMaker final : public ui::ApiSecrets {
    Q_OBJECT

public:
    explicit ApiSecretMaker(QObject *parent = nullptr);
    ~ApiSecretMaker() override;

    QFuture<Result<std::string>> hash(const QString &password) override;
    QFuture<Result<ui::ApiKey>> makeKey() override;

private:
    QThreadPool m_pool;
};

} // namespace trib::app
