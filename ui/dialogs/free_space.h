// Free space where a folder is or would be. The file system is asked on Qt's pool, never on the GUI thread: a sleeping drive or a
// dead network share may take seconds.
#pragma once

#include "core/base/bytes.h"

#include <QFuture>
#include <QLabel>
#include <QTimer>

#include <functional>
#include <optional>

namespace trib::ui {

struct FreeSpace {
    QString volume;       // where it is mounted, as shown to users
    Bytes available;
    bool known = false;   // false: the file system could not be asked
    bool writable = true; // of the nearest folder that exists

    bool operator==(const FreeSpace &) const = default;
};

[[nodiscard]] QFuture<FreeSpace> askFreeSpace(const QString &folder);

// "1.2 TiB free on /data", or in a warning's words what is missing.
class SpaceLabel final : public QLabel {
    Q_OBJECT

public:
    using Ask = std::function<QFuture<FreeSpace>(const QString &)>;

    explicit SpaceLabel(QWidget *parent = nullptr, Ask ask = askFreeSpace);

    void setFolder(const QString &folder); // asks after a moment, so that typing does not ask for every letter
    void setNeeded(std::optional<Bytes> needed, Bytes reserve = {});

    [[nodiscard]] bool isEnough() const { return m_enough; } // true while it is not known

private:
    void ask();
    void showWords();

    Ask m_ask;
    QTimer m_wait;
    QString m_folder;
    FreeSpace m_space;
    std::optional<Bytes> m_needed;
    Bytes m_reserve;
    int m_question = 0; // only the answer to the last one counts
    bool m_enough = true;
};

} // namespace trib::ui
