#include "ui/about/about_dialog.h"

#include "ui/about/words.h"
#include "ui/dialogs/parts.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace trib::ui {
namespace {

constexpr int kIcon = 48;

// Names and licences as their owners write them.
[[nodiscard]] QString licences()
{
    return QStringLiteral("libtorrent (Arvid Norberg): BSD-3-Clause\n"
                          "Qt: LGPL-3.0\n"
                          "Boost: BSL-1.0\n"
                          "OpenSSL: Apache-2.0\n"
                          "SQLite: public domain; SQLCipher: BSD-3-Clause\n"
                          "tl::expected: CC0-1.0");
}

} // namespace

QStringList mitigations(const AboutFacts &facts)
{
    QStringList all;
    if (facts.refusesV2Only)
        all += TrAbout::tr("Torrents of version 2 only are not downloaded: after wrong data from a stranger, libtorrent %1 could be made to write where it must not. It is mended in 2.0.14.").arg(facts.libtorrent);
    if (facts.refusesHybrids)
        all += TrAbout::tr("Hybrid torrents are not downloaded either, for the same reason.");
    all += TrAbout::tr("Who sent wrong data is found out block by block and shut out alone. libtorrent would also shut out honest peers who had sent parts of the same piece.");
    return all;
}

AboutDialog::AboutDialog(const AboutFacts &facts, QWidget *parent)
    : QDialog(parent)
{
    const QString title = TrAbout::tr("About Tributary");
    prepareDialog(*this, title);
    auto *sign = new QLabel(this);
    sign->setPixmap(applicationIcon().pixmap({kIcon, kIcon}, devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    onGrid(*words);
    words->addWidget(headline(QStringLiteral("Tributary " TRIB_VERSION), this));
    words->addWidget(plainLabel(facts.versions, this));
    words->addWidget(plainLabel(TrAbout::tr("A BitTorrent client. Free software under the GNU General Public License, version 3 or later; without any warranty."), this));
    auto *top = new QHBoxLayout;
    top->setSpacing(kWideGap);
    top->addWidget(sign, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addLayout(top);
    const auto group = [&](const QString &name, const QString &text) {
        QLabel *heading = plainLabel(name, this);
        QFont font = heading->font();
        font.setBold(true);
        heading->setFont(font);
        heading->setTextInteractionFlags(Qt::NoTextInteraction);
        column->addSpacing(kGap);
        column->addWidget(heading);
        column->addWidget(plainLabel(text, this));
    };
    group(TrAbout::tr("What protects you from faults of this libtorrent"), mitigations(facts).join(QStringLiteral("\n\n")));
    group(TrAbout::tr("It stands on"), licences());
    auto *copy = new QPushButton(TrAbout::tr("&Copy the versions"), this);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [versions = facts.versions] { QGuiApplication::clipboard()->setText(versions); });
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(copy, QDialogButtonBox::ActionRole);
    buttons->addButton(TrAbout::tr("Close"), QDialogButtonBox::RejectRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addStretch();
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 72));
}

} // namespace trib::ui
