#include "app/api_secret_maker.h"

#include "core/base/random.h"
#include "core/remote/password_hash.h"

#include <QtConcurrent>

namespace trib::app {

ApiSecretMaker::ApiSecretMaker(QObject *parent)
    : ui::ApiSecrets(parent)
{
    m_pool.setMaxThreadCount(1);
}

ApiSecretMaker::~ApiSecretMaker()
{
    m_pool.waitForDone();
}

QFuture<Result<std::string>> ApiSecretMaker::hash(const QString &password)
{
    return QtConcurrent::run(&m_pool, [text = password.toStdString()] {
        SystemRandom random;
        return remote::hashPassword(text, random);
    });
}

QFuture<Result<ui::ApiKey>> ApiSecretMaker::makeKey()
{
    return QtConcurrent::run(&m_pool, []() -> Result<ui::ApiKey> {
        SystemRandom random;
        auto key = remote::makeApiKey(random);
        if (!key)
            return failure(key.error());
        auto hash = remote::hashPassword(*key, random);
        return hash ? Result<ui::ApiKey>(ui::ApiKey{*key, *hash}) : Result<ui::ApiKey>(failure(hash.error()));
    });
}

} // namespace trib::app
