"""A home router, as far as port mappings go: UPnP (SSDP, description, SOAP) and NAT-PMP (RFC 6886), in the world of links.py. It keeps
what it was asked for and maps nothing."""
import re
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_SERVICE = "urn:schemas-upnp-org:service:WANIPConnection:1"
_DESCRIPTION = f"""<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><specVersion><major>1</major><minor>0</minor></specVersion>
<device><deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType><friendlyName>router</friendlyName><modelName>router</modelName>
<serviceList><service><serviceType>{_SERVICE}</serviceType><serviceId>urn:upnp-org:serviceId:WANIPConn1</serviceId>
<controlURL>/control</controlURL><eventSubURL>/events</eventSubURL><SCPDURL>/scpd.xml</SCPDURL></service></serviceList></device></root>"""
_UNMAPPED = 0  # lifetime


class Gateway:
    def __init__(self, world, address):
        self.address = address
        self.upnp, self.natpmp = {}, {}             # (protocol, port): whether it is mapped now
        self.searches = self.asked = 0              # SSDP searches, NAT-PMP packets
        self._ssdp, self._pmp, self._http = world.call(self._open)
        for work in (self._serve_ssdp, self._serve_pmp, self._http.serve_forever):
            threading.Thread(target=work, daemon=True).start()

    def _open(self):
        ssdp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        ssdp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ssdp.bind(("", 1900))
        ssdp.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton("239.255.255.250") + socket.inet_aton(self.address))
        pmp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        pmp.bind((self.address, 5351))
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer(_DESCRIPTION.encode() if self.path == "/root.xml" else b"")

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode(errors="replace")
                self.answer(gateway.soap(self.headers["SOAPAction"] or "", body))

            def answer(self, body):
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return ssdp, pmp, ThreadingHTTPServer((self.address, 5000), Handler)

    def soap(self, action, body):
        def field(name):
            found = re.search(f"<{name}>([^<]*)</{name}>", body)
            return found[1] if found else ""

        name = action.strip('"').rpartition("#")[2]
        if name in ("AddPortMapping", "DeletePortMapping"):
            self.upnp[(field("NewProtocol").lower(), int(field("NewExternalPort")))] = name == "AddPortMapping"
        extra = "<NewExternalIPAddress>8.8.4.4</NewExternalIPAddress>" if name == "GetExternalIPAddress" else ""
        return (f'<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><u:{name}Response '
                f'xmlns:u="{_SERVICE}">{extra}</u:{name}Response></s:Body></s:Envelope>').encode()

    def _serve_ssdp(self):
        while True:
            packet, sender = self._ssdp.recvfrom(2048)
            if packet.startswith(b"M-SEARCH"):
                self.searches += 1
                self._ssdp.sendto((f"HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nUSN: uuid:router::upnp:rootdevice\r\nLocation: http://{self.address}:5000/root.xml"
                                   "\r\nServer: router\r\nExt:\r\nCache-Control: max-age=180\r\n\r\n").encode(), sender)

    def _serve_pmp(self):
        while True:
            packet, sender = self._pmp.recvfrom(2048)
            self.asked += 1
            if len(packet) < 2 or packet[0] != 0:       # PCP: not spoken here, use NAT-PMP
                self._pmp.sendto(struct.pack("!BBHI", 0, 128, 1, 1), sender)
            elif packet[1] == 0:
                self._pmp.sendto(struct.pack("!BBHI4s", 0, 128, 0, 1, socket.inet_aton("8.8.4.4")), sender)
            else:
                port, wanted, lifetime = struct.unpack_from("!HHI", packet, 4)
                self.natpmp[("udp" if packet[1] == 1 else "tcp", port)] = lifetime != _UNMAPPED
                self._pmp.sendto(struct.pack("!BBHIHHI", 0, 128 + packet[1], 0, 1, port, wanted or port, lifetime), sender)
