// CredentialChecker: checks passwords and keys against their hashes, one at a time on a thread of its own, so that no login delays another
// request. What was right once is recognised by a digest under a key of this process, for Basic and keys come with every request. Lives on the
// API's thread; may go while a check runs.
#pragma once

#include "core/base/random.h"
#include "core/remote/http_message.h"

#include <functional>
#include <memory>
#include <string>

namespace trib::remote {

enum class Verdict { Right, Wrong, Busy }; // too many wait already

class CredentialChecker {
public:
    using Answer = std::function<void(Verdict)>;

    CredentialChecker(Post post, Random &random);
    ~CredentialChecker();

    // Answers at once what is known, and later on the API's thread what is not. An empty hash matches nothing.
    void check(const std::string &secret, const std::string &hash, Answer answer);

private:
    struct State;
    std::shared_ptr<State> d;
};

} // namespace trib::remote
