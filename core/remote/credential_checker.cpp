#include "core/remote/credential_checker.h"

#include "core/remote/password_hash.h"

#include <QByteArray>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <deque>
#include <system_error>
#include <thread>
#include <vector>

namespace trib::remote {
namespace {

constexpr std::size_t kMaxWaiting = 8; // different ones: a few seconds' worth
constexpr std::size_t kMaxCallers = 16; // for one and the same: half of the server's connections at most wait here
constexpr std::size_t kMaxKnown = 16;

} // namespace

struct CredentialChecker::State : std::enable_shared_from_this<State> {
    struct Job {
        QByteArray digest;
        std::string secret;
        std::string hash;
        std::vector<Answer> answers;
    };

    explicit State(Post postTo) : post(std::move(postTo)) {}

    [[nodiscard]] QByteArray digestOf(const std::string &secret, const std::string &hash) const;
    void startNext();
    void finish(Verdict verdict);

    Post post;
    QByteArray key;
    std::deque<Job> jobs; // the first one runs
    std::deque<QByteArray> known;
};

QByteArray CredentialChecker::State::digestOf(const std::string &secret, const std::string &hash) const
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    code.addData(hash.data(), static_cast<qsizetype>(hash.size() + 1)); // with its zero: the two do not run into each other
    code.addData(secret.data(), static_cast<qsizetype>(secret.size()));
    return code.result();
}

void CredentialChecker::State::startNext()
{
    if (jobs.empty())
        return;
    // Left behind when the checker goes: it holds values alone, and nobody is to wait half a second for it.
    const auto work = [weak = weak_from_this(), reply = post, secret = jobs.front().secret, hash = jobs.front().hash] {
        const Verdict verdict = matchesHash(secret, hash) ? Verdict::Right : Verdict::Wrong;
        reply([weak, verdict] {
            if (const auto self = weak.lock())
                self->finish(verdict);
        });
    };
    try {
        std::thread(work).detach();
    } catch (const std::system_error &) { // no thread to be had
        post([weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->finish(Verdict::Busy);
        });
    }
}

void CredentialChecker::State::finish(Verdict verdict)
{
    const Job job = std::move(jobs.front());
    jobs.pop_front();
    if (verdict == Verdict::Right) {
        known.push_back(job.digest);
        if (known.size() > kMaxKnown)
            known.pop_front();
    }
    startNext();
    for (const Answer &answer : job.answers)
        answer(verdict);
}

CredentialChecker::CredentialChecker(Post post, Random &random) : d(std::make_shared<State>(std::move(post)))
{
    d->key.resize(32);
    const std::span<std::uint8_t> bytes(reinterpret_cast<std::uint8_t *>(d->key.data()), static_cast<std::size_t>(d->key.size()));
    if (!random.fill(bytes))
        d->key.clear(); // then nothing is right
}

CredentialChecker::~CredentialChecker() = default;

void CredentialChecker::check(const std::string &secret, const std::string &hash, Answer answer)
{
    if (hash.empty() || secret.empty() || secret.size() > kMaxPassword || d->key.isEmpty())
        return answer(Verdict::Wrong);
    QByteArray digest = d->digestOf(secret, hash);
    if (std::find(d->known.begin(), d->known.end(), digest) != d->known.end())
        return answer(Verdict::Right);
    const auto same = std::find_if(d->jobs.begin(), d->jobs.end(), [&](const State::Job &job) { return job.digest == digest; });
    if (same != d->jobs.end()) {
        if (same->answers.size() >= kMaxCallers)
            return answer(Verdict::Busy);
        same->answers.push_back(std::move(answer));
        return;
    }
    if (d->jobs.size() >= kMaxWaiting)
        return answer(Verdict::Busy);
    d->jobs.push_back({std::move(digest), secret, hash, {}});
    d->jobs.back().answers.push_back(std::move(answer));
    if (d->jobs.size() == 1)
        d->startNext();
}

} // namespace trib::remote
