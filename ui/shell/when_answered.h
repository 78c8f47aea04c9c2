// whenAnswered: what to do with the answer of the engine, if the one who asked is still there. GUI thread.
// QFuture::then() of Qt 6.4 must not outlive its context object (it asserts, and looks at it from the answering thread): so the context
// is one that lives longer than the answer, and the asker is guarded.
#pragma once

#include <QFuture>
#include <QPointer>

#include <utility>

namespace trib::ui {

// `lasting`: outlives every answer, such as the engine itself. `asker`: may go at any time; then nothing happens.
template <class T, class F>
void whenAnswered(QFuture<T> future, QObject &lasting, QObject *asker, F f)
{
    future.then(&lasting, [guard = QPointer<QObject>(asker), f = std::move(f)](const T &answer) {
        if (guard)
            f(answer);
    });
}

} // namespace trib::ui
