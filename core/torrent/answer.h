// Answer<T>: the promise of a future, copyable into closures. Given once; a second give() is passed over, and an answer that nobody gave
// is given as ShuttingDown when the last copy goes.
#pragma once

#include "core/base/result.h"
#include "core/model/engine_error.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace trib::torrent {

template <class T>
class Answer {
public:
    Answer() : m_state(std::make_shared<State>()) { m_state->promise.start(); }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_state->promise.future(); }
    [[nodiscard]] bool isGiven() const { return m_state->given; }

    void give(Result<T> result) const { m_state->give(std::move(result)); }

private:
    struct State {
        QPromise<Result<T>> promise;
        bool given = false;

        State() = default;
        State(const State &) = delete;
        State &operator=(const State &) = delete;
        ~State() { give(failure(EngineErrc::ShuttingDown)); }

        void give(Result<T> result)
        {
            if (given)
                return;
            given = true;
            promise.addResult(std::move(result));
            promise.finish();
        }
    };

    std::shared_ptr<State> m_state;
};

} // namespace trib::torrent
