'use strict'
// webtorrent_peer.js PORT: a WebTorrent client that takes one JSON object a line, {"add": FILE_OR_MAGNET, "folder": PATH}, and
// prints one a line: {"ready": true}, then the state of its torrents as often as it is asked with {"status": true}.
const readline = require('readline')
const WebTorrent = require('webtorrent')

const client = new WebTorrent({ torrentPort: Number(process.argv[2]), dht: false, lsd: false, utp: false, webSeeds: false, tracker: { wrtc: false } })
const print = value => process.stdout.write(JSON.stringify(value) + '\n')
client.on('error', error => { console.error(error.message); process.exit(1) })
client.on('listening', () => print({ ready: true }))
if (client.listening) print({ ready: true })

readline.createInterface({ input: process.stdin }).on('line', line => {
  const request = JSON.parse(line)
  if (request.add) {
    client.add(request.add, { path: request.folder })
  } else {
    print({ torrents: client.torrents.map(torrent => ({
      infoHash: torrent.infoHash, complete: torrent.done, done: torrent.downloaded, peers: torrent.numPeers })) })
  }
}).on('close', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
