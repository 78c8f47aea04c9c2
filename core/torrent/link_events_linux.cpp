#include "core/torrent/link_events.h"

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <utility>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

namespace trib::torrent {
namespace {

class NetlinkSocket final : public QObject {
public:
    NetlinkSocket(int handle, QObject *parent) : QObject(parent), m_handle(handle) {}
    ~NetlinkSocket() override { close(m_handle); }

    // What changed is looked up afterwards, whatever the messages say; a queue that ran over is a change like any other.
    void empty() const
    {
        std::array<char, 8192> message{};
        while (recv(m_handle, message.data(), message.size(), MSG_DONTWAIT) > 0) {
        }
    }

private:
    const int m_handle;
};

} // namespace

void watchLinks(QObject *owner, std::function<void()> changed)
{
    const int handle = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
    if (handle < 0)
        return;
    auto *netlink = new NetlinkSocket(handle, owner);
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (bind(handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return;
    auto *notifier = new QSocketNotifier(handle, QSocketNotifier::Read, netlink);
    QObject::connect(notifier, &QSocketNotifier::activated, owner, [netlink, changed = std::move(changed)] {
        netlink->empty();
        changed();
    });
}

} // namespace trib::torrent
