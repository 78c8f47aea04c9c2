// Drives the API with @ctrl/qbittorrent as it is published. Usage: node remote_api.js ADDRESS USER PASSWORD FILE.torrent
'use strict'
const assert = require('assert/strict')
const fs = require('fs')
const path = require('path')
const { pathToFileURL } = require('url')

globalThis.File ??= require('buffer').File // the library wants it by that name, which Node 18 does not give it

const [address, username, password, file] = process.argv.slice(2)

async function until (what, condition) {
  for (let i = 0; i < 100; i++) {
    const value = await condition()
    if (value) return value
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`not in time: ${what}`)
}

async function labels (client, id) {
  await client.createCategory('films', '/tmp/films')
  assert.equal((await client.getCategories()).films.savePath, '/tmp/films')
  await client.editCategory('films', '')
  assert.equal((await client.getCategories()).films.savePath, '')
  await client.setTorrentCategory(id, 'films')
  assert.equal((await client.listTorrents({ category: 'films' })).length, 1)
  await client.resetTorrentCategory(id)
  assert.equal((await client.listTorrents({ category: 'films' })).length, 0)
  await client.removeCategory('films')
  assert.equal((await client.getCategories()).films, undefined)
  await client.createTags('one,two')
  assert.deepEqual((await client.getTags()).sort(), ['one', 'two'])
  await client.addTorrentTags(id, 'one')
  assert.equal((await client.listTorrents({ tag: 'one' }))[0].tags, 'one')
  await client.removeTorrentTags(id, 'one')
  await client.deleteTags('one,two')
  assert.deepEqual(await client.getTags(), [])
}

async function content (client, id) {
  const files = await client.torrentFiles(id)
  assert.ok(files.length > 1 && files[0].piece_range.length === 2)
  await client.setFilePriority(id, '0', 0)
  await until('a priority', async () => (await client.torrentFiles(id))[0].priority === 0)
  await client.setFilePriority(id, '0', 7)
  await until('another priority', async () => (await client.torrentFiles(id))[0].priority === 7)
  const properties = await client.torrentProperties(id)
  assert.ok(properties.piece_size > 0 && properties.pieces_num > 0)
  assert.equal((await client.torrentPieceStates(id)).length, properties.pieces_num)
  assert.equal((await client.torrentPieceHashes(id)).length, properties.pieces_num)
  const old = files.find(f => f.name.endsWith('read me.txt')).name
  const renamed = old.replace('read me.txt', 'read it.txt')
  await client.renameFile(id, old, renamed)
  await until('a renamed file', async () => (await client.torrentFiles(id)).some(f => f.name === renamed))
  await client.renameFile(id, renamed, old)
}

async function sources (client, id) {
  const extra = 'http://198.18.7.1:6969/other'
  await client.addTrackers(id, extra)
  await until('a tracker', async () => (await client.torrentTrackers(id)).some(t => t.url === extra))
  await client.removeTrackers(id, extra)
  await until('no tracker', async () => !(await client.torrentTrackers(id)).some(t => t.url === extra))
  assert.deepEqual(await client.torrentWebSeeds(id), [])
  assert.ok((await client.torrentPeers(id)).full_update)
}

async function control (client, id) {
  await client.stopTorrent(id)
  await until('a stopped torrent', async () => (await client.getTorrent(id)).state === 'paused')
  assert.equal((await client.listTorrents({ filter: 'paused' })).length, 1)
  await client.setTorrentUploadLimit(id, 4096)
  assert.equal((await client.getTorrentUploadLimit(id))[id], 4096)
  await client.setTorrentDownloadLimit(id, 8192)
  assert.equal((await client.listTorrents({ hashes: id }))[0].dl_limit, 8192)
  assert.equal((await client.listTorrents({ hashes: id }))[0].up_limit, 4096)
  await client.topPriority(id)
  await client.queueDown(id)
  await client.setTorrentName(id, 'another name')
  assert.equal((await client.getTorrent(id)).name, 'another name')
  await client.recheckTorrent(id)
  await client.reannounceTorrent(id)
}

async function main () {
  const module = path.join(process.env.NODE_PATH, '@ctrl/qbittorrent/dist/src/index.js')
  const { QBittorrent } = await import(pathToFileURL(module).href)
  const client = new QBittorrent({ baseUrl: address, username, password })
  await client.login()
  assert.match(await client.getAppVersion(), /^v5\./)
  assert.match(await client.getApiVersion(), /^2\./)
  assert.ok((await client.getBuildInfo()).libtorrent)
  assert.ok((await client.getDefaultSavePath()).startsWith('/'))
  await client.setPreferences({ up_limit: 0, max_ratio_enabled: false })
  assert.equal((await client.getPreferences()).queueing_enabled, true)
  await assert.rejects(client.setPreferences({ autorun_program: '/bin/true' }))
  const added = await client.normalizedAddTorrent(fs.readFileSync(file), { startPaused: true })
  await until('a stopped torrent', async () => (await client.getTorrent(added.id)).state === 'paused')
  const first = await client.getSyncMainData()
  assert.ok(first.full_update && first.torrents[added.id])
  await labels(client, added.id)
  await content(client, added.id)
  await sources(client, added.id)
  await control(client, added.id)
  const later = await client.getSyncMainData(first.rid)
  assert.ok(!later.full_update && later.torrents[added.id].name === 'another name')
  assert.equal((await client.getAllData()).torrents.length, 1)
  await client.removeTorrent(added.id, false)
  assert.equal((await client.getAllData()).torrents.length, 0)
  assert.deepEqual((await client.getSyncMainData(later.rid)).torrents_removed, [added.id])
  console.log('driven')
}

main().catch(error => { console.error(error); process.exit(1) })
