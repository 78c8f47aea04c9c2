#include "ui/dialogs/parts.h"

#include "ui/text/tr.h"
#include "ui/widgets/theme.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QLayout>
#include <QPushButton>

namespace trib::ui {
namespace {

constexpr int kNamesShown = 3;
constexpr qsizetype kNameLength = 120;

// Follows the palette: a colour that is taken once would stay dark when the theme changes.
class QuietLabel final : public QLabel {
public:
    explicit QuietLabel(QWidget *parent)
        : QLabel(parent)
    {
        takeColour();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::ApplicationPaletteChange || (event->type() == QEvent::PaletteChange && !m_taking))
            takeColour();
    }

private:
    void takeColour()
    {
        m_taking = true;
        QPalette own = parentWidget() ? parentWidget()->palette() : QPalette();
        own.setColor(QPalette::WindowText, secondaryText(own));
        setPalette(own);
        m_taking = false;
    }

    bool m_taking = false;
};

// Wrapped text needs a height that follows from the width, which dialogs do not ask for by themselves: without this, its last line
// is cut when text appears later or the font is large.
class HeightKeeper final : public QObject {
public:
    explicit HeightKeeper(QDialog &dialog)
        : QObject(&dialog)
        , m_dialog(dialog)
    {
        dialog.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest) {
            const QLayout *layout = m_dialog.layout();
            const int needed = layout && layout->hasHeightForWidth() ? layout->totalHeightForWidth(m_dialog.width()) : 0;
            if (needed > m_dialog.height())
                m_dialog.resize(m_dialog.width(), needed);
        }
        return false;
    }

private:
    QDialog &m_dialog;
};

} // namespace

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *headline(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    label->setFont(font);
    return label;
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    auto *label = new QuietLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

QString someNames(const QStringList &names)
{
    QStringList lines;
    for (const QString &name : names.first(std::min<qsizetype>(names.size(), kNamesShown)))
        lines.append(name.size() > kNameLength ? name.left(kNameLength - 1) + u'…' : name);
    if (names.size() > kNamesShown)
        lines.append(TrDialogs::tr("and %n more", nullptr, static_cast<int>(names.size() - kNamesShown)));
    return lines.join(u'\n');
}

void prepareDialog(QDialog &dialog, const QString &title)
{
    dialog.setWindowTitle(title);
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    new HeightKeeper(dialog);
}

QDialogButtonBox *buttonBox(QPushButton *accept, QDialog &dialog)
{
    auto *box = new QDialogButtonBox(&dialog);
    box->addButton(accept, QDialogButtonBox::AcceptRole);
    // Not the standard button, which has an icon on some desktops, where the one beside it has none.
    QPushButton *cancel = box->addButton(TrDialogs::tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAutoDefault(false);
    accept->setDefault(true);
    QObject::connect(box, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return box;
}

void onGrid(QLayout &layout, int margin, int spacing)
{
    layout.setContentsMargins(margin, margin, margin, margin);
    layout.setSpacing(spacing);
}

int textWidth(const QWidget &widget, int characters)
{
    return widget.fontMetrics().averageCharWidth() * characters;
}

} // namespace trib::ui
