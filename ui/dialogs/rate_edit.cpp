#include "ui/dialogs/rate_edit.h"

#include "ui/text/tr.h"

#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QStyleOptionSpinBox>

#include <array>
#include <cmath>

namespace trib::ui {
namespace {

constexpr std::int64_t kKibi = 1024;
constexpr std::int64_t kHighest = 1LL << 40; // as the engine's settings
constexpr std::int64_t kSmallestStep = 16 * kKibi;

[[nodiscard]] std::int64_t factorOf(const QString &unit)
{
    if (unit.isEmpty())
        return kKibi;
    switch (unit.front().toLower().unicode()) {
    case 'k': return kKibi;
    case 'm': return kKibi * kKibi;
    case 'g': return kKibi * kKibi * kKibi;
    default: return 1;
    }
}

// A tenth of the rate, on a round number.
[[nodiscard]] std::int64_t stepFor(std::int64_t rate)
{
    std::int64_t step = kSmallestStep;
    while (step * 20 <= rate)
        step *= 2;
    return step;
}

[[nodiscard]] QString noLimit()
{
    return TrDialogs::tr("No limit");
}

} // namespace

std::optional<BytesPerSecond> parseRate(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.compare(noLimit(), Qt::CaseInsensitive) == 0)
        return BytesPerSecond();
    static const QRegularExpression form(
        QStringLiteral("^([0-9][0-9.,]*)\\s*([kmg]?)(i?b)?(/s|ps)?$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(trimmed);
    if (!match.hasMatch())
        return std::nullopt;
    bool ok = false;
    qreal number = QLocale().toDouble(match.captured(1), &ok);
    if (!ok)
        number = QLocale::c().toDouble(match.captured(1), &ok);
    const bool plainBytes = match.captured(2).isEmpty() && !match.captured(3).isEmpty();
    const qreal rate = number * static_cast<qreal>(plainBytes ? 1 : factorOf(match.captured(2)));
    if (!ok || rate > static_cast<qreal>(kHighest))
        return std::nullopt;
    return BytesPerSecond(std::llround(rate));
}

QString rateText(BytesPerSecond rate)
{
    const std::int64_t count = rate.count();
    if (count == 0)
        return noLimit();
    static constexpr std::array kUnits{"GiB/s", "MiB/s", "KiB/s"};
    std::int64_t factor = kKibi * kKibi * kKibi;
    for (const char *unit : kUnits) {
        // two decimals at most, and only where nothing is lost by them
        if (count >= factor && (count * 4) % factor == 0)
            return QLocale().toString(static_cast<qreal>(count) / static_cast<qreal>(factor), 'f', QLocale::FloatingPointShortest)
                + QLatin1Char(' ') + QLatin1String(unit);
        factor /= kKibi;
    }
    return QLocale().toString(static_cast<qlonglong>(count)) + QStringLiteral(" B/s");
}

RateEdit::RateEdit(QWidget *parent)
    : QAbstractSpinBox(parent)
{
    setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    setToolTip(TrDialogs::tr("For example 500 KiB/s, 2.5 MiB/s or 10M; 0 for no limit"));
    connect(lineEdit(), &QLineEdit::textEdited, this, &RateEdit::takeText);
    connect(this, &QAbstractSpinBox::editingFinished, this, &RateEdit::showRate);
    showRate();
}

void RateEdit::setRate(BytesPerSecond rate)
{
    m_rate = rate;
    showRate();
}

void RateEdit::setDiffering()
{
    m_rate.reset();
    showRate();
}

bool RateEdit::isAcceptable() const
{
    return !m_rate || parseRate(lineEdit()->text()).has_value();
}

void RateEdit::takeText(const QString &text)
{
    if (const auto rate = parseRate(text))
        m_rate = rate;
    Q_EMIT rateChanged();
}

void RateEdit::showRate()
{
    lineEdit()->setText(m_rate ? rateText(*m_rate) : QString());
    lineEdit()->setPlaceholderText(m_rate ? QString() : TrDialogs::tr("Different"));
}

void RateEdit::stepBy(int steps)
{
    const std::int64_t now = m_rate.value_or(BytesPerSecond()).count();
    const std::int64_t step = stepFor(steps < 0 ? std::max<std::int64_t>(now - 1, 0) : now);
    const std::int64_t next = steps > 0 ? (now / step + steps) * step : ((now + step - 1) / step + steps) * step;
    m_rate = BytesPerSecond(std::clamp<std::int64_t>(next, 0, kHighest));
    showRate();
    selectAll();
    Q_EMIT rateChanged();
}

QValidator::State RateEdit::validate(QString &text, int &) const
{
    return parseRate(text) ? QValidator::Acceptable : QValidator::Intermediate;
}

QAbstractSpinBox::StepEnabled RateEdit::stepEnabled() const
{
    const std::int64_t now = m_rate.value_or(BytesPerSecond()).count();
    return (now < kHighest ? StepUpEnabled : StepNone) | (now > 0 ? StepDownEnabled : StepNone);
}

QSize RateEdit::sizeHint() const
{
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const int width = fontMetrics().horizontalAdvance(QStringLiteral("1,024.75 MiB/s  ")) + 2 * option.rect.height() / 2;
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, QSize(width, lineEdit()->sizeHint().height()), this);
}

} // namespace trib::ui
