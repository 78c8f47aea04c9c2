// EngineTest: what the tests of the real engine share: folders of their own for each claim, and words for a result that is not as it should be.
#pragma once

#include "core/model/engine_error.h"
#include "core/torrent/library_safety.h"
#include "tests/support/engine_fixture.h"
#include "tests/support/file_tree.h"

#include <libtorrent/version.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <string>

namespace trib::test {

class EngineTest : public QObject {
protected:
    // Of this claim and this row of its data.
    [[nodiscard]] std::filesystem::path folder(const char *name) const
    {
        const char *const tag = QTest::currentDataTag();
        return std::filesystem::path(m_dir.path().toStdString()) / QTest::currentTestFunction() / (tag ? tag : "one") / name;
    }

    // Adds it, and waits until it seeds.
    [[nodiscard]] static Result<TorrentId> seeding(TestEngine &engine, const AddRequest &wish)
    {
        constexpr int kPatience = 20'000; // milliseconds
        const auto id = engine.add(wish);
        if (id && !QTest::qWaitFor([&] { return engine.state(*id) == TorrentState::Seeding; }, kPatience))
            return failure(EngineErrc::TimedOut, "does not seed");
        return id;
    }
    [[nodiscard]] static Result<TorrentId> seeding(TestEngine &engine, const Content &content, const std::filesystem::path &at)
    {
        return seeding(engine, request(content, at));
    }

private:
    QTemporaryDir m_dir;
};

// Not with every libtorrent: see core/torrent/library_safety.h.
[[nodiscard]] inline bool takesVersion2Only()
{
    return torrent::isSafe(lt::version(), false, true);
}

template <class T>
[[nodiscard]] std::string wordsOf(const Result<T> &result)
{
    return result ? std::string("success") : result.error().code.message() + ": " + result.error().detail;
}

template <class T>
[[nodiscard]] bool failedWith(const Result<T> &result, EngineErrc code)
{
    return !result && result.error().code == make_error_code(code);
}

} // namespace trib::test

#define VERIFY_OK(expression) \
    do { \
        const auto outcome = (expression); \
        QVERIFY2(outcome, trib::test::wordsOf(outcome).c_str()); \
    } while (false)

#define VERIFY_FAILS(expression, code) \
    do { \
        const auto outcome = (expression); \
        QVERIFY2(trib::test::failedWith(outcome, code), trib::test::wordsOf(outcome).c_str()); \
    } while (false)
