#include "ui/settings/sections.h"

#include "ui/settings/automation_sections.h"
#include "ui/settings/desktop_section.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/validation.h"
#include "ui/text/tr.h"

#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>

namespace trib::ui {
namespace {

using settings::EngineSettings;
using settings::NetworkSettings;
using settings::StorageSettings;
using settings::TransferSettings;

constexpr std::int64_t kMebi = 1 << 20;
constexpr int kFirstDynamicPort = 49152; // RFC 6335: never assigned to a service

const QStringList &languages()
{
    static const QStringList codes{QString(), QStringLiteral("en"), QStringLiteral("ja")};
    return codes;
}

SettingsForm *generalSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("general"), TrSettings::tr("General"), parent);
    form->addChoice(TrSettings::tr("&Language"), {TrSettings::tr("The system's"), QStringLiteral("English"), QStringLiteral("日本語")},
        [](Preferences &p) { return std::max(0, static_cast<int>(languages().indexOf(p.ui.language))); },
        [](Preferences &p, int index) { p.ui.language = languages().value(index); });
    form->explain(TrSettings::tr("Another language takes effect when Tributary is started again."));
    form->addChoice(TrSettings::tr("&Colours"), {TrSettings::tr("As the system"), TrSettings::tr("Light"), TrSettings::tr("Dark")},
        [](Preferences &p) { return static_cast<int>(p.ui.theme); },
        [](Preferences &p, int index) { p.ui.theme = static_cast<ThemeChoice>(index); });
    form->addChoice(TrSettings::tr("&Rows of lists"), {TrSettings::tr("Comfortable"), TrSettings::tr("Compact")},
        [](Preferences &p) { return static_cast<int>(p.ui.density); },
        [](Preferences &p, int index) { p.ui.density = static_cast<Density>(index); });
    form->heading(TrSettings::tr("Adding and finishing"));
    form->addCheck(TrSettings::tr("&Show what will be downloaded before a torrent is added"), [](Preferences &p) -> bool & { return p.ui.showAddDialog; });
    form->addCheck(TrSettings::tr("&Tell me when a download completes"), [](Preferences &p) -> bool & { return p.ui.notifyFinished; });
    return form;
}

SettingsForm *downloadsSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("downloads"), TrSettings::tr("Downloads"), parent);
    form->addFolder(TrSettings::tr("&Save in"), [](Preferences &p) -> std::string & { return p.engine.storage.savePath; }, folderProblem,
        TrSettings::tr("Your Downloads folder"));
    SettingsForm::Number reserve;
    reserve.get = [](Preferences &p) { return p.engine.storage.reserve.count() / kMebi; };
    reserve.set = [](Preferences &p, std::int64_t value) { p.engine.storage.reserve = Bytes(value * kMebi); };
    const settings::Range bytes = rangeOf(&StorageSettings::reserve);
    reserve.range = {bytes.lowest / kMebi, bytes.highest / kMebi};
    reserve.suffix = TrSettings::tr(" MiB");
    reserve.zero = TrSettings::tr("Nothing");
    reserve.step = 128;
    form->addNumber(TrSettings::tr("&Keep free on each drive"), reserve);
    form->explain(TrSettings::tr("Downloads pause before they would use this, and go on by themselves when there is room again."));
    form->addCheck(TrSettings::tr("S&tart torrents when they are added"), [](Preferences &p) -> bool & { return p.engine.storage.startWhenAdded; });
    form->addCheck(TrSettings::tr("Move removed files to the t&rash"), [](Preferences &p) -> bool & { return p.engine.storage.useTrash; });
    addCompletion(*form);
    return form;
}

SettingsForm *speedSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("speed"), TrSettings::tr("Speed"), parent);
    form->addRate(TrSettings::tr("&Download at most"), [](Preferences &p) -> BytesPerSecond & { return p.engine.transfer.downloadLimit; });
    form->addRate(TrSettings::tr("&Upload at most"), [](Preferences &p) -> BytesPerSecond & { return p.engine.transfer.uploadLimit; });
    form->heading(TrSettings::tr("Alternative limits"));
    form->explain(TrSettings::tr("A second pair of limits, for the times when others need the line."));
    form->addCheck(TrSettings::tr("Use the &alternative limits now"), [](Preferences &p) -> bool & { return p.engine.transfer.useAlternativeLimits; });
    form->addRate(TrSettings::tr("D&ownload at most"), [](Preferences &p) -> BytesPerSecond & { return p.engine.transfer.alternativeDownloadLimit; });
    form->addRate(TrSettings::tr("U&pload at most"), [](Preferences &p) -> BytesPerSecond & { return p.engine.transfer.alternativeUploadLimit; });
    addSchedule(*form);
    return form;
}

SettingsForm *queueSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("queue"), TrSettings::tr("Queue and sharing"), parent);
    const auto number = [](auto member) { return numberOf(&EngineSettings::transfer, member); };
    form->addNumber(TrSettings::tr("&Downloads at the same time"), number(&TransferSettings::activeDownloads));
    form->addNumber(TrSettings::tr("&Seeding at the same time"), number(&TransferSettings::activeSeeds));
    form->addNumber(TrSettings::tr("&Both together"), number(&TransferSettings::activeTotal));
    form->addNumber(TrSettings::tr("&Checks at the same time"), number(&TransferSettings::activeChecks));
    form->explain(TrSettings::tr("What is more than that waits in the queue."));
    form->heading(TrSettings::tr("Stop seeding"));
    form->addRatio(TrSettings::tr("At the &ratio"), [](Preferences &p) -> std::int64_t & { return p.engine.transfer.ratioPermille; },
        rangeOf(&TransferSettings::ratioPermille));
    SettingsForm::Number seeding = number(&TransferSettings::seedingTime);
    seeding.suffix = TrSettings::tr(" min");
    seeding.zero = TrSettings::tr("No limit");
    seeding.step = 60;
    form->addNumber(TrSettings::tr("A&fter seeding for"), seeding);
    SettingsForm::Number inactive = number(&TransferSettings::inactiveTime);
    inactive.suffix = seeding.suffix;
    inactive.zero = seeding.zero;
    inactive.step = 60;
    form->addNumber(TrSettings::tr("After uploading &nothing for"), inactive);
    form->addChoice(TrSettings::tr("&Then"),
        {TrSettings::tr("Stop the torrent"), TrSettings::tr("Remove it from the list"), TrSettings::tr("Remove it with its files")},
        [](Preferences &p) { return static_cast<int>(p.engine.transfer.shareAction); },
        [](Preferences &p, int index) { p.engine.transfer.shareAction = static_cast<ShareLimitAction>(index); });
    form->explain(TrSettings::tr("If files go to the trash and the drive has none, the torrent stops and keeps them."));
    form->explain(TrSettings::tr("The first of these that is reached counts. A torrent with limits of its own follows those."));
    return form;
}

void addListening(SettingsForm &form)
{
    auto *random = new QPushButton(TrSettings::tr("R&andom"), &form);
    random->setToolTip(TrSettings::tr("A port that no other program is known to use"));
    random->setAutoDefault(false);
    SettingsForm::Number port = numberOf(&EngineSettings::network, &NetworkSettings::port);
    port.zero = TrSettings::tr("Chosen at the next start");
    QSpinBox *box = form.addNumber(TrSettings::tr("&Port for incoming connections"), port, random);
    box->setGroupSeparatorShown(false);
    QObject::connect(random, &QPushButton::clicked, box,
        [box] { box->setValue(QRandomGenerator::global()->bounded(kFirstDynamicPort, 65536)); });
    form.addCheck(TrSettings::tr("Ask the &router to let connections in (UPnP, NAT-PMP)"), [](Preferences &p) -> bool & { return p.engine.network.portMapping; });
    form.addText(TrSettings::tr("&Only through these interfaces"), [](Preferences &p) -> std::string & { return p.engine.network.interfaces; },
        interfacesProblem, TrSettings::tr("All"));
    form.explain(TrSettings::tr("Names or addresses, separated by commas; for example that of a VPN. When it is gone, nothing is sent another way."));
    form.addText(TrSettings::tr("Pro&xy"), [](Preferences &p) -> std::string & { return p.engine.network.proxy; }, proxyProblem, TrSettings::tr("None"));
}

void addPeers(SettingsForm &form)
{
    form.heading(TrSettings::tr("Finding peers"));
    form.addCheck(TrSettings::tr("&DHT: a network of all clients, without trackers"), [](Preferences &p) -> bool & { return p.engine.network.dht; });
    form.addCheck(TrSettings::tr("P&EX: peers tell each other about peers"), [](Preferences &p) -> bool & { return p.engine.network.pex; });
    form.addCheck(TrSettings::tr("&LSD: peers in the local network"), [](Preferences &p) -> bool & { return p.engine.network.lsd; });
    form.explain(TrSettings::tr("Private torrents use none of these, whatever is set here."));
    form.addText(TrSettings::tr("DHT starts &from"), [](Preferences &p) -> std::string & { return p.engine.network.dhtBootstrap; }, nodesProblem,
        TrSettings::tr("None"));
    form.addFile(TrSettings::tr("F&ile with countries"), [](Preferences &p) -> std::string & { return p.engine.network.countryDatabase; }, fileProblem,
        TrSettings::tr("That of the system, if there is one"));
    form.explain(TrSettings::tr("A MaxMind database (.mmdb) that tells in which countries peers are."));
}

SettingsForm *connectionSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("connection"), TrSettings::tr("Connection"), parent);
    addListening(*form);
    form->heading(TrSettings::tr("Connections to peers"));
    form->addCheck(TrSettings::tr("&TCP"), [](Preferences &p) -> bool & { return p.engine.network.tcp; });
    form->addCheck(TrSettings::tr("&uTP, which makes way for other traffic"), [](Preferences &p) -> bool & { return p.engine.network.utp; });
    form->addCheck(TrSettings::tr("Try uTP &before TCP: gentler, but slower on fast networks"),
        [](Preferences &p) -> bool & { return p.engine.network.utpFirst; });
    form->addChoice(TrSettings::tr("Encr&yption"), {TrSettings::tr("Preferred"), TrSettings::tr("Required"), TrSettings::tr("Off")},
        [](Preferences &p) { return static_cast<int>(p.engine.network.encryption); },
        [](Preferences &p, int index) { p.engine.network.encryption = static_cast<settings::Encryption>(index); });
    const auto number = [](auto member) { return numberOf(&EngineSettings::network, member); };
    form->addNumber(TrSettings::tr("&Connections at most"), number(&NetworkSettings::connections));
    form->addNumber(TrSettings::tr("Of them for o&ne torrent"), number(&NetworkSettings::connectionsPerTorrent));
    SettingsForm::Number slotCount = number(&NetworkSettings::uploadSlotsPerTorrent);
    slotCount.zero = TrSettings::tr("Automatic");
    form->addNumber(TrSettings::tr("Peer&s that one torrent uploads to"), slotCount);
    addPeers(*form);
    return form;
}

} // namespace

QList<SettingsForm *> makeSections(QWidget *parent)
{
    return {generalSection(parent), desktopSection(parent), downloadsSection(parent), speedSection(parent), queueSection(parent), connectionSection(parent),
        filterSection(parent), feedsSection(parent), backupSection(parent), apiSection(parent)};
}

} // namespace trib::ui
