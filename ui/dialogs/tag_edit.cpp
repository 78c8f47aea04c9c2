#include "ui/dialogs/tag_edit.h"

#include "ui/models/label_names.h"
#include "ui/text/tr.h"

#include <QCompleter>
#include <QStringListModel>

namespace trib::ui {
namespace {

constexpr int kLongestLine = 4096;

// Completes what stands after the last comma and leaves the rest alone.
class LastTagCompleter final : public QCompleter {
public:
    LastTagCompleter(QAbstractItemModel *model, QLineEdit *edit)
        : QCompleter(model, edit)
        , m_edit(*edit)
    {
    }

    QStringList splitPath(const QString &path) const override { return {path.section(u',', -1).trimmed()}; }

    QString pathFromIndex(const QModelIndex &index) const override
    {
        const QString before = m_edit.text().section(u',', 0, -2);
        const QString tag = QCompleter::pathFromIndex(index);
        return before.isEmpty() ? tag : before + QStringLiteral(", ") + tag;
    }

private:
    const QLineEdit &m_edit;
};

} // namespace

TagEdit::TagEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_known(new QStringListModel(this))
{
    setMaxLength(kLongestLine);
    auto *completer = new LastTagCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
}

void TagEdit::setKnown(const QStringList &names)
{
    m_known->setStringList(names);
}

QStringList TagEdit::tags() const
{
    QStringList names;
    for (const std::string &tag : splitTags(text().toStdString()))
        names += fromUtf8(tag);
    return names;
}

QString TagEdit::fault() const
{
    for (const QString &tag : tags()) {
        if (const QString fault = labelFault(LabelKind::Tag, tag); !fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace trib::ui
