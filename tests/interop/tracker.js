'use strict'
// tracker.js ADDRESS PORT: bittorrent-tracker over HTTP and UDP.
const { Server } = require('bittorrent-tracker')

const [address, port] = process.argv.slice(2)
const server = new Server({ udp: true, http: true, ws: false, stats: false, interval: 15000 })
server.on('warning', error => console.error('warning:', error.message))
server.on('error', error => { console.error(error.message); process.exit(1) })
server.listen(Number(port), { http: address, udp: address, udp6: '::1' })
process.on('SIGTERM', () => process.exit(0))
