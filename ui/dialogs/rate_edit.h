// RateEdit: a rate limit to type as people write it: "10 MiB/s", "500k", "2.5 M", "0" or "no limit". Zero means no limit.
// Below it another special value can stand for "differs", for several torrents at once. GUI thread.
#pragma once

#include "core/base/bytes.h"

#include <QAbstractSpinBox>

#include <optional>

namespace trib::ui {

// nullopt when the text is not a rate. A number without a unit is in KiB/s.
[[nodiscard]] std::optional<BytesPerSecond> parseRate(const QString &text);

// As exact as it has to be: parseRate() gives the same rate back.
[[nodiscard]] QString rateText(BytesPerSecond rate);

class RateEdit final : public QAbstractSpinBox {
    Q_OBJECT

public:
    explicit RateEdit(QWidget *parent = nullptr);

    void setRate(BytesPerSecond rate);
    void setDiffering(); // until something is typed or stepped
    [[nodiscard]] std::optional<BytesPerSecond> rate() const { return m_rate; } // nullopt: differs, unchanged
    [[nodiscard]] bool isAcceptable() const; // what stands there now is a rate

    void stepBy(int steps) override;
    QValidator::State validate(QString &text, int &position) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rateChanged();

protected:
    StepEnabled stepEnabled() const override;

private:
    void takeText(const QString &text);
    void showRate();

    std::optional<BytesPerSecond> m_rate = BytesPerSecond();
};

} // namespace trib::ui
