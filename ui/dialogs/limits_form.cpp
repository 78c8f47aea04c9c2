#include "ui/dialogs/limits_form.h"

#include "ui/dialogs/parts.h"
#include "ui/dialogs/rate_edit.h"
#include "ui/text/tr.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace trib::ui {
namespace {

constexpr int kDiffers = -1; // below every value that can be chosen
constexpr int kMostConnections = 100'000;
constexpr int kMostSlots = 10'000;
constexpr int kMostMinutes = 10'000'000;
constexpr std::int64_t kDefaultRatio = 2000;
constexpr std::chrono::minutes kDefaultTime{24 * 60};

// nullopt when the torrents do not agree.
template <class Get>
[[nodiscard]] auto common(const std::vector<LimitedTorrent> &torrents, Get &&get)
{
    using T = std::decay_t<decltype(get(torrents.front()))>;
    const T first = get(torrents.front());
    const bool agree = std::ranges::all_of(torrents, [&](const LimitedTorrent &torrent) { return get(torrent) == first; });
    return agree ? std::optional<T>(first) : std::nullopt;
}

[[nodiscard]] QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

void showRate(RateEdit &edit, std::optional<BytesPerSecond> rate)
{
    rate ? edit.setRate(*rate) : edit.setDiffering();
}

// Zero reads as `zero`; while values differ, the lowest value stands for "different" and nothing else is below zero.
[[nodiscard]] QSpinBox *countBox(std::optional<int> value, int most, const QString &zero, QWidget *parent)
{
    class Box final : public QSpinBox {
    public:
        Box(QString zero, QWidget *parent)
            : QSpinBox(parent)
            , m_zero(std::move(zero))
        {
        }
        QString textFromValue(int number) const override
        {
            return number == 0 ? m_zero : number == kDiffers ? TrDialogs::tr("Different") : QSpinBox::textFromValue(number);
        }
        int valueFromText(const QString &text) const override
        {
            return text == m_zero ? 0 : text == TrDialogs::tr("Different") ? kDiffers : QSpinBox::valueFromText(text);
        }
        QValidator::State validate(QString &text, int &position) const override
        {
            if (text == m_zero || text == TrDialogs::tr("Different"))
                return QValidator::Acceptable;
            return QSpinBox::validate(text, position);
        }

    private:
        QString m_zero;
    };
    auto *box = new Box(zero, parent);
    box->setRange(value ? 0 : kDiffers, most);
    box->setValue(value.value_or(kDiffers));
    box->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    return box;
}

void showCondition(QCheckBox &on, QWidget &value, std::optional<bool> set)
{
    on.setTristate(!set.has_value());
    on.setCheckState(!set ? Qt::PartiallyChecked : *set ? Qt::Checked : Qt::Unchecked);
    value.setEnabled(set.value_or(false));
    QObject::connect(&on, &QCheckBox::stateChanged, &value, [&value](int state) { value.setEnabled(state == Qt::Checked); });
}

template <class Value>
void applyCondition(const QCheckBox &on, const Value &value, std::optional<Value> &target)
{
    if (on.checkState() == Qt::Checked)
        target = value;
    else if (on.checkState() == Qt::Unchecked)
        target.reset();
}

} // namespace

LimitsForm::LimitsForm(const std::vector<LimitedTorrent> &torrents, QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    onGrid(*form);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeading);
    form->setHorizontalSpacing(kWideGap);
    addRates(torrents, *form);
    addCounts(torrents, *form);
    addConditions(torrents, *form);
    const std::initializer_list<QWidget *> controls{m_download, m_upload, m_connections, m_slots, m_ratio, m_seeding.whole, m_inactive.whole, m_action};
    int widest = textWidth(*this, 24);
    for (const QWidget *control : controls)
        widest = std::max(widest, control->sizeHint().width());
    for (QWidget *control : controls)
        control->setMinimumWidth(widest);
}

void LimitsForm::addRates(const std::vector<LimitedTorrent> &torrents, QFormLayout &form)
{
    m_download = new RateEdit(this);
    m_upload = new RateEdit(this);
    m_download->setAccessibleName(TrDialogs::tr("Download limit"));
    m_upload->setAccessibleName(TrDialogs::tr("Upload limit"));
    form.addRow(sectionTitle(TrDialogs::tr("Speed"), this));
    form.addRow(TrDialogs::tr("&Download at most"), m_download);
    form.addRow(TrDialogs::tr("&Upload at most"), m_upload);
    showRate(*m_download, common(torrents, [](const LimitedTorrent &t) { return t.limits.download; }));
    showRate(*m_upload, common(torrents, [](const LimitedTorrent &t) { return t.limits.upload; }));
}

void LimitsForm::addCounts(const std::vector<LimitedTorrent> &torrents, QFormLayout &form)
{
    const QString asInSettings = TrDialogs::tr("As in Settings");
    m_connections = countBox(common(torrents, [](const LimitedTorrent &t) { return t.limits.connections; }), kMostConnections, asInSettings, this);
    m_slots = countBox(common(torrents, [](const LimitedTorrent &t) { return t.limits.uploadSlots; }), kMostSlots, asInSettings, this);
    m_connections->setAccessibleName(TrDialogs::tr("Connections"));
    m_slots->setAccessibleName(TrDialogs::tr("Peers uploaded to at the same time"));
    form.addRow(TrDialogs::tr("&Connections"), m_connections);
    form.addRow(TrDialogs::tr("&Peers uploaded to at once"), m_slots);
}

void LimitsForm::addConditions(const std::vector<LimitedTorrent> &torrents, QFormLayout &form)
{
    form.addItem(new QSpacerItem(0, kGap));
    form.addRow(sectionTitle(TrDialogs::tr("Stop seeding"), this));
    m_ratioOn = new QCheckBox(TrDialogs::tr("At the &ratio"), this);
    m_ratio = new QDoubleSpinBox(this);
    m_ratio->setRange(0, 1'000'000);
    m_ratio->setDecimals(2);
    m_ratio->setSingleStep(0.25);
    m_ratio->setAccessibleName(TrDialogs::tr("Ratio"));
    m_ratio->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    const auto ratio = common(torrents, [](const LimitedTorrent &t) { return t.shareLimits.ratioPermille; });
    m_ratio->setValue(static_cast<qreal>(ratio.value_or(kDefaultRatio).value_or(kDefaultRatio)) / 1000);
    showCondition(*m_ratioOn, *m_ratio, ratio ? std::optional(ratio->has_value()) : std::nullopt);
    form.addRow(m_ratioOn, m_ratio);

    const auto addTime = [&](Condition &condition, const QString &text, const QString &spoken, auto member) {
        condition.on = new QCheckBox(text, this);
        condition.whole = new QSpinBox(this);
        condition.whole->setRange(1, kMostMinutes);
        condition.whole->setSuffix(TrDialogs::tr(" min"));
        condition.whole->setGroupSeparatorShown(true);
        condition.whole->setAccessibleName(spoken);
        condition.whole->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        const auto time = common(torrents, [&](const LimitedTorrent &t) { return t.shareLimits.*member; });
        condition.whole->setValue(static_cast<int>(time.value_or(kDefaultTime).value_or(kDefaultTime).count()));
        showCondition(*condition.on, *condition.whole, time ? std::optional(time->has_value()) : std::nullopt);
        form.addRow(condition.on, condition.whole);
    };
    addTime(m_seeding, TrDialogs::tr("After &seeding for"), TrDialogs::tr("Minutes of seeding"), &ShareLimits::seedingTime);
    addTime(m_inactive, TrDialogs::tr("After uploading &nothing for"), TrDialogs::tr("Minutes without upload"), &ShareLimits::inactiveTime);

    m_action = new QComboBox(this);
    m_action->addItem(TrDialogs::tr("Stop the torrent"), static_cast<int>(ShareLimitAction::Stop));
    m_action->addItem(TrDialogs::tr("Remove it from the list"), static_cast<int>(ShareLimitAction::Remove));
    m_action->addItem(TrDialogs::tr("Remove it with its files"), static_cast<int>(ShareLimitAction::RemoveWithFiles));
    const auto action = common(torrents, [](const LimitedTorrent &t) { return t.shareLimits.action; });
    if (!action)
        m_action->insertItem(0, TrDialogs::tr("Different"), kDiffers);
    m_action->setCurrentIndex(action ? m_action->findData(static_cast<int>(*action)) : 0);
    m_action->setAccessibleName(TrDialogs::tr("What happens then"));
    form.addRow(TrDialogs::tr("&Then"), m_action);
    form.addRow(quietLabel(TrDialogs::tr("If files go to the trash and the drive has none, the torrent stops and keeps them."), this));
    form.addRow(quietLabel(TrDialogs::tr("The first of these that is reached counts. With none of them set, the limits in Settings hold."), this));
}

LimitedTorrent LimitsForm::applied(LimitedTorrent torrent) const
{
    TorrentLimits &limits = torrent.limits;
    limits.download = m_download->rate().value_or(limits.download);
    limits.upload = m_upload->rate().value_or(limits.upload);
    if (m_connections->value() != kDiffers)
        limits.connections = m_connections->value();
    if (m_slots->value() != kDiffers)
        limits.uploadSlots = m_slots->value();
    ShareLimits &share = torrent.shareLimits;
    applyCondition(*m_ratioOn, static_cast<std::int64_t>(std::llround(m_ratio->value() * 1000)), share.ratioPermille);
    applyCondition(*m_seeding.on, std::chrono::minutes(m_seeding.whole->value()), share.seedingTime);
    applyCondition(*m_inactive.on, std::chrono::minutes(m_inactive.whole->value()), share.inactiveTime);
    if (m_action->currentData().toInt() != kDiffers)
        share.action = static_cast<ShareLimitAction>(m_action->currentData().toInt());
    return torrent;
}

} // namespace trib::ui
