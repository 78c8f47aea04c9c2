#include "ui/settings/settings_form.h"

#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/parts.h"
#include "ui/dialogs/rate_edit.h"
#include "ui/text/tr.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <limits>

namespace trib::ui {
namespace {

// A label without its mnemonic, as screen readers want it: "ポート(&P)" and "&Port" give "ポート" and "Port".
[[nodiscard]] QString spoken(const QString &label)
{
    const qsizetype bracket = label.indexOf(QStringLiteral("(&"));
    return bracket > 0 ? label.left(bracket) : QString(label).remove(u'&');
}

[[nodiscard]] int asInt(std::int64_t value)
{
    return static_cast<int>(std::clamp<std::int64_t>(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

// Shows what is wrong below the control and to screen readers at the control.
bool showProblem(QLabel &label, QWidget &control, const QString &problem)
{
    label.setText(problem);
    label.setVisible(!problem.isEmpty());
    control.setAccessibleDescription(problem);
    return problem.isEmpty();
}

} // namespace

SettingsForm::SettingsForm(const QString &id, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_title(title)
    , m_form(new QFormLayout(this))
{
    onGrid(*m_form, kMargin);
    m_form->setHorizontalSpacing(kWideGap);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->addRow(headline(title, this));
}

void SettingsForm::heading(const QString &text)
{
    QLabel *label = plainLabel(text, this);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 12, 0, 0);
    m_form->addRow(label);
    m_heading = text;
    m_isUnderHeading = true;
}

void SettingsForm::explain(const QString &text)
{
    QLabel *label = quietLabel(text, this);
    label->setMaximumWidth(textWidth(*this, 88));
    // In a row of its own: the form would reckon the height for its whole width and cut the last line.
    auto *row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addStretch(0);
    m_form->addRow(row);
    if (m_isUnderHeading || m_entries.empty())
        m_heading += u' ' + text;
    else
        m_entries.back().parts.append(label);
}

void SettingsForm::addWidget(QWidget *widget)
{
    widget->setMaximumWidth(textWidth(*this, 104));
    auto *row = new QHBoxLayout; // as in explain()
    row->addWidget(widget, 1);
    row->addStretch(0);
    m_form->addRow(row);
    addEntry(widget, {widget});
}

void SettingsForm::addRow(const QString &label, QWidget *control)
{
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(spoken(label));
    auto *text = new QLabel(label, this);
    text->setBuddy(control);
    m_form->addRow(text, control);
    addEntry(control, {text, control});
}

QLabel *SettingsForm::addProblemLabel()
{
    QLabel *label = plainLabel({}, this);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setVisible(false);
    m_form->addRow(label);
    m_entries.back().parts.append(label);
    return label;
}

void SettingsForm::changed()
{
    if (!m_loading)
        Q_EMIT edited();
}

QCheckBox *SettingsForm::addCheck(const QString &text, Place<bool> place)
{
    auto *box = new QCheckBox(text, this);
    m_form->addRow(box);
    addEntry(box, {box});
    connect(box, &QCheckBox::toggled, this, &SettingsForm::changed);
    m_rows.push_back({[box, place](Preferences &p) { box->setChecked(place(p)); },
                      [box, place](Preferences &p) { place(p) = box->isChecked(); }});
    return box;
}

QSpinBox *SettingsForm::addNumber(const QString &label, const Number &number, QWidget *beside)
{
    auto *box = new QSpinBox(this);
    box->setRange(asInt(number.range.lowest), asInt(number.range.highest));
    box->setSuffix(number.suffix);
    box->setSingleStep(number.step);
    box->setSpecialValueText(number.range.lowest == 0 ? number.zero : QString());
    box->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    box->setMinimumWidth(textWidth(*this, 20));
    box->setAccessibleName(spoken(label));
    connect(box, &QSpinBox::valueChanged, this, &SettingsForm::changed);
    if (beside) {
        auto *both = new QWidget(this);
        auto *row = new QHBoxLayout(both);
        onGrid(*row);
        row->addWidget(box);
        row->addWidget(beside);
        both->setFocusProxy(box);
        addRow(label, both);
    } else {
        addRow(label, box);
    }
    m_rows.push_back({[box, get = number.get](Preferences &p) { box->setValue(asInt(get(p))); },
                      [box, number](Preferences &p) {
                          if (asInt(number.get(p)) != box->value())
                              number.set(p, box->value());
                      }});
    return box;
}

void SettingsForm::addRatio(const QString &label, Place<std::int64_t> permille, settings::Range range)
{
    auto *box = new QDoubleSpinBox(this);
    const auto shown = [](std::int64_t value) { return static_cast<qreal>(value) / 1000; };
    box->setRange(shown(range.lowest), shown(range.highest));
    box->setDecimals(2);
    box->setSingleStep(0.25);
    box->setSpecialValueText(TrSettings::tr("No limit"));
    box->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    box->setMinimumWidth(textWidth(*this, 20));
    addRow(label, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &SettingsForm::changed);
    m_rows.push_back({[=](Preferences &p) { box->setValue(shown(permille(p))); },
                      [=](Preferences &p) {
                          const std::int64_t now = std::llround(box->value() * 100) * 10;
                          if (std::llround(shown(permille(p)) * 100) * 10 != now)
                              permille(p) = now;
                      }});
}

void SettingsForm::addRate(const QString &label, Place<BytesPerSecond> place)
{
    auto *edit = new RateEdit(this);
    addRow(label, edit);
    QLabel *problem = addProblemLabel();
    connect(edit, &RateEdit::rateChanged, this, &SettingsForm::changed);
    Row row{[edit, place](Preferences &p) { edit->setRate(place(p)); },
            [edit, place](Preferences &p) { place(p) = edit->rate().value_or(place(p)); }};
    row.acceptable = [edit, problem] {
        return showProblem(*problem, *edit, edit->isAcceptable() ? QString() : TrSettings::tr("Write a rate such as 500 KiB/s, 2.5 MiB/s or 10M."));
    };
    m_rows.push_back(std::move(row));
}

QComboBox *SettingsForm::addChoice(const QString &label, const QStringList &texts, std::function<int(Preferences &)> get,
    std::function<void(Preferences &, int)> set)
{
    auto *box = new QComboBox(this);
    box->addItems(texts);
    box->setMinimumWidth(textWidth(*this, 24));
    addRow(label, box);
    connect(box, &QComboBox::currentIndexChanged, this, &SettingsForm::changed);
    m_rows.push_back({[box, get = std::move(get)](Preferences &p) { box->setCurrentIndex(get(p)); },
                      [box, set = std::move(set)](Preferences &p) { set(p, box->currentIndex()); }});
    return box;
}

QLineEdit *SettingsForm::addText(const QString &label, Place<std::string> place, Problem problem, const QString &placeholder)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(placeholder);
    edit->setMinimumWidth(textWidth(*this, 24));
    edit->setMaximumWidth(textWidth(*this, 56));
    addRow(label, edit);
    QLabel *words = addProblemLabel();
    connect(edit, &QLineEdit::textChanged, this, &SettingsForm::changed);
    Row row{[edit, place](Preferences &p) { edit->setText(QString::fromStdString(place(p))); },
            [edit, place](Preferences &p) { place(p) = edit->text().trimmed().toStdString(); }};
    row.acceptable = [edit, words, problem = std::move(problem)] { return showProblem(*words, *edit, problem(edit->text().trimmed())); };
    m_rows.push_back(std::move(row));
    return edit;
}

void SettingsForm::addEditor(const QString &label, QWidget *control, Binding binding)
{
    addRow(label, control);
    QLabel *words = binding.problem ? addProblemLabel() : nullptr;
    Row row{std::move(binding.show), std::move(binding.write)};
    if (words)
        row.acceptable = [words, control, problem = std::move(binding.problem)] { return showProblem(*words, *control, problem()); };
    m_rows.push_back(std::move(row));
}

QLineEdit *SettingsForm::addFile(const QString &label, Place<std::string> place, Problem problem, const QString &placeholder, QString (*asText)(const QString &))
{
    auto *both = new QWidget(this);
    auto *edit = new QLineEdit(both);
    auto *browse = new QPushButton(TrSettings::tr("Browse…"), both);
    auto *row = new QHBoxLayout(both);
    onGrid(*row);
    row->addWidget(edit, 1);
    row->addWidget(browse);
    both->setFocusProxy(edit);
    both->setMinimumWidth(textWidth(*this, 32));
    both->setMaximumWidth(textWidth(*this, 72));
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(spoken(label));
    browse->setAccessibleName(TrSettings::tr("Browse for: %1").arg(spoken(label)));
    browse->setAutoDefault(false);
    connect(edit, &QLineEdit::textChanged, this, &SettingsForm::changed);
    connect(browse, &QPushButton::clicked, edit, [edit, title = spoken(label), asText] {
        auto *dialog = new QFileDialog(edit, title, edit->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, [edit, asText](const QString &file) { edit->setText(asText ? asText(file) : file); });
        dialog->open();
    });
    addEditor(label, both, {[edit, place](Preferences &p) { edit->setText(QString::fromStdString(place(p))); },
        [edit, place](Preferences &p) { place(p) = edit->text().trimmed().toStdString(); },
        [edit, problem = std::move(problem)] { return problem(edit->text().trimmed()); }});
    return edit;
}

void SettingsForm::addFolder(const QString &label, Place<std::string> place, Problem problem, const QString &placeholder)
{
    auto *edit = new FolderEdit(this);
    edit->setPlaceholder(placeholder);
    edit->setAccessibleTitle(spoken(label));
    edit->setMinimumWidth(textWidth(*this, 32));
    edit->setMaximumWidth(textWidth(*this, 72));
    edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addRow(label, edit);
    QLabel *words = addProblemLabel();
    connect(edit, &FolderEdit::pathChanged, this, &SettingsForm::changed);
    Row row{[edit, place](Preferences &p) { edit->setPath(QString::fromStdString(place(p))); },
            [edit, place](Preferences &p) { place(p) = edit->path().toStdString(); }};
    row.acceptable = [edit, words, problem = std::move(problem)] { return showProblem(*words, *edit, problem(edit->path())); };
    m_rows.push_back(std::move(row));
}

void SettingsForm::load(const Preferences &preferences)
{
    Preferences copy = preferences;
    m_loading = true;
    for (const Row &row : m_rows)
        row.show(copy);
    m_loading = false;
}

void SettingsForm::store(Preferences &preferences) const
{
    for (const Row &row : m_rows)
        row.write(preferences);
}

// All rows are asked, so that each says what is wrong with it.
bool SettingsForm::isAcceptable() const
{
    return std::ranges::count_if(m_rows, [](const Row &row) { return !row.acceptable(); }) == 0;
}

} // namespace trib::ui
