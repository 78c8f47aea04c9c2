#include "app/window_facts.h"

#include "app/engine_host.h"
#include "app/versions.h"
#include "core/remote/remote_error.h"
#include "core/torrent/library_safety.h"
#include "core/torrent/lt_engine.h"
#include "ui/about/feature.h"
#include "ui/log/feature.h"
#include "ui/shell/main_window.h"
#include "ui/statistics/feature.h"

#include <QFile>

namespace trib::app {

ui::AboutFacts aboutFacts()
{
    const std::string version = torrent::libtorrentVersion();
    return {versionLine(), QString::fromStdString(version), !torrent::isSafe(version, false, true), !torrent::isSafe(version, true, true)};
}

QList<TorrentFormat> unseedableFormats()
{
    const std::string version = torrent::libtorrentVersion();
    QList<TorrentFormat> formats;
    if (!torrent::isSafe(version, false, true))
        formats += TorrentFormat::V2;
    if (!torrent::isSafe(version, true, true))
        formats += TorrentFormat::Hybrid;
    return formats;
}

ui::ApiTrouble troubleOf(const Error &error)
{
    if (error.code == remote::RemoteErrc::CannotListen)
        return ui::ApiTrouble::PortTaken;
    if (error.code == remote::RemoteErrc::NotProtected)
        return ui::ApiTrouble::NotProtected;
    return error.code == remote::RemoteErrc::InvalidSetting ? ui::ApiTrouble::WrongSetting : ui::ApiTrouble::Other;
}

void addInformation(ui::MainWindow &window, EngineHost &host, const ui::TransferModel &torrents)
{
    window.addFeature(std::make_unique<ui::StatisticsFeature>(torrents));
    window.addFeature(std::make_unique<ui::LogFeature>(host.logHistory(), QFile::decodeName(host.folder().c_str())));
    window.addFeature(std::make_unique<ui::AboutFeature>(aboutFacts()));
}

} // namespace trib::app
