// SettingsForm: one section of the settings. Each row binds a control to one member of Preferences; a row that cannot be accepted says
// why below its control. GUI thread. Holds no settings of its own: load() shows them, store() writes what the controls say. search() marks
// the rows whose words (label, help, choices, heading) hold every term.
#pragma once

#include "ui/settings/preferences.h"

#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace trib::ui {

class SettingsForm final : public QWidget {
    Q_OBJECT

public:
    template <class T>
    using Place = std::function<T &(Preferences &)>;
    using Problem = std::function<QString(const QString &)>;

    struct Number {
        std::function<std::int64_t(Preferences &)> get;
        std::function<void(Preferences &, std::int64_t)> set;
        settings::Range range;
        QString suffix{};
        QString zero{};    // what zero means, in words; empty: nothing special
        int step = 1;
    };

    // A control of a kind of its own: `problem` says what is wrong with what it holds, or nothing.
    struct Binding {
        std::function<void(Preferences &)> show;
        std::function<void(Preferences &)> write;
        std::function<QString()> problem{};
    };

    // `id` is for code: "downloads".
    SettingsForm(const QString &id, const QString &title, QWidget *parent = nullptr);

    void heading(const QString &text);
    void explain(const QString &text); // what the row above is good for
    void addWidget(QWidget *widget);   // a row of another kind, which keeps its own state; given away
    QCheckBox *addCheck(const QString &text, Place<bool> place);
    QSpinBox *addNumber(const QString &label, const Number &number, QWidget *beside = nullptr);
    void addRatio(const QString &label, Place<std::int64_t> permille, settings::Range range);
    void addRate(const QString &label, Place<BytesPerSecond> place);
    QComboBox *addChoice(const QString &label, const QStringList &texts, std::function<int(Preferences &)> get,
        std::function<void(Preferences &, int)> set);
    QLineEdit *addText(const QString &label, Place<std::string> place, Problem problem, const QString &placeholder);
    void addEditor(const QString &label, QWidget *control, Binding binding); // of which changed() tells
    // `asText`: how a file that was browsed for is written; null: as it is.
    QLineEdit *addFile(const QString &label, Place<std::string> place, Problem problem, const QString &placeholder, QString (*asText)(const QString &) = nullptr);
    void addFolder(const QString &label, Place<std::string> place, Problem problem, const QString &placeholder);

    void load(const Preferences &preferences);
    void store(Preferences &preferences) const;
    [[nodiscard]] bool isAcceptable() const;
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const QString &title() const { return m_title; }

    // How many rows match; they are marked until the next search. No terms: none. Terms are folded as by folded().
    int search(const QStringList &terms);
    [[nodiscard]] bool titleMatches(const QStringList &terms) const;
    [[nodiscard]] QWidget *firstMatch() const; // its control; null without one
    [[nodiscard]] QRect placeOfFirstMatch() const;

    void changed(); // a control holds something else

Q_SIGNALS:
    void edited();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        std::function<void(Preferences &)> show;
        std::function<void(Preferences &)> write;
        std::function<bool()> acceptable = [] { return true; };
    };

    // What a search finds and marks: a row with all that belongs to it.
    struct Entry {
        QString heading;
        QWidget *control = nullptr;
        QList<QWidget *> parts;
        bool isMatch = false;
    };

    void addRow(const QString &label, QWidget *control);
    QLabel *addProblemLabel();
    void addEntry(QWidget *control, const QList<QWidget *> &parts);
    [[nodiscard]] QRect placeOf(const Entry &entry) const;

    QString m_id;
    QString m_title;
    QFormLayout *m_form;
    std::vector<Row> m_rows;
    std::vector<Entry> m_entries;
    QString m_heading;          // of the rows that come now
    bool m_isUnderHeading = false; // no row has come since
    bool m_loading = false;
};

// A number that is a member of the engine's settings: int, std::int64_t or minutes, with the range of its field.
template <class Area, class T>
[[nodiscard]] SettingsForm::Number numberOf(Area settings::EngineSettings::*area, T Area::*member)
{
    SettingsForm::Number number;
    number.get = [area, member](Preferences &p) -> std::int64_t {
        if constexpr (std::is_integral_v<T>)
            return p.engine.*area.*member;
        else
            return (p.engine.*area.*member).count();
    };
    number.set = [area, member](Preferences &p, std::int64_t value) { p.engine.*area.*member = static_cast<T>(value); };
    number.range = rangeOf(member);
    return number;
}

// As words are compared: without mnemonics, case and the width of letters.
[[nodiscard]] QString folded(const QString &text);

} // namespace trib::ui
