#include "ui/settings/settings_form.h"

#include "ui/shell/action_registry.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr int kMarkMargin = 4;
constexpr int kMarkRadius = 4;
constexpr int kMarkAlpha = 40; // the text upon it keeps its contrast

// What can be read at a widget, without what the user has typed into it.
[[nodiscard]] QString wordsAt(const QWidget &widget)
{
    QStringList words{widget.accessibleName(), widget.toolTip()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        words += label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        words += button->text();
    else if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        words += edit->placeholderText();
    else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
        for (int i = 0; !box->isEditable() && i < box->count(); ++i)
            words += box->itemText(i);
    }
    return words.join(u' ');
}

[[nodiscard]] bool holdsAll(const QString &text, const QStringList &terms)
{
    return !terms.isEmpty() && std::ranges::all_of(terms, [&](const QString &term) { return text.contains(term); });
}

} // namespace

QString folded(const QString &text)
{
    return withoutMnemonic(text).normalized(QString::NormalizationForm_KC).toCaseFolded();
}

void SettingsForm::addEntry(QWidget *control, const QList<QWidget *> &parts)
{
    m_entries.push_back({m_heading, control, parts});
    m_isUnderHeading = false;
}

bool SettingsForm::titleMatches(const QStringList &terms) const
{
    return holdsAll(folded(m_title), terms);
}

// A section's title alone marks no row; a heading marks all that stand under it.
int SettingsForm::search(const QStringList &terms)
{
    for (Entry &entry : m_entries) {
        QString words = entry.heading;
        for (const QWidget *part : std::as_const(entry.parts)) {
            words += u' ' + wordsAt(*part);
            for (const QWidget *child : part->findChildren<QWidget *>())
                words += u' ' + wordsAt(*child);
        }
        const QString own = folded(words);
        entry.isMatch = holdsAll(folded(m_title) + u' ' + own, terms)
            && std::ranges::any_of(terms, [&](const QString &term) { return own.contains(term); });
    }
    update();
    return static_cast<int>(std::ranges::count_if(m_entries, &Entry::isMatch));
}

QWidget *SettingsForm::firstMatch() const
{
    const auto found = std::ranges::find_if(m_entries, &Entry::isMatch);
    return found == m_entries.end() ? nullptr : found->control;
}

QRect SettingsForm::placeOfFirstMatch() const
{
    const auto found = std::ranges::find_if(m_entries, &Entry::isMatch);
    return found == m_entries.end() ? QRect() : placeOf(*found);
}

QRect SettingsForm::placeOf(const Entry &entry) const
{
    QRect place;
    for (const QWidget *part : entry.parts) {
        if (part->isVisibleTo(this))
            place |= QRect(part->mapTo(this, QPoint()), part->size());
    }
    return place.adjusted(-kMarkMargin, -kMarkMargin, kMarkMargin, kMarkMargin);
}

void SettingsForm::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor mark = palette().color(QPalette::Highlight);
    mark.setAlpha(kMarkAlpha);
    painter.setBrush(mark);
    for (const Entry &entry : m_entries) {
        if (entry.isMatch)
            painter.drawRoundedRect(placeOf(entry), kMarkRadius, kMarkRadius);
    }
}

} // namespace trib::ui
