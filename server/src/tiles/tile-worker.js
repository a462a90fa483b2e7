// Plain JavaScript, because Node starts it as it stands: from the sources and from the bundle alike.
import { parentPort } from 'node:worker_threads'
import { Supercluster } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'

const EXTENT = 4096
/** From this zoom on, single offices; below it, buildings and clusters of buildings. */
const OFFICES_FROM_ZOOM = 11
/** In screen pixels, of which a tile has 512 a side. */
const CLUSTER_RADIUS = 48

/** @typedef {import('./tile-data.ts').TileData} TileData */
/** @typedef {{ data: TileData, buildingRows: Uint32Array, x: Float64Array, y: Float64Array, clusters?: Supercluster }} Prepared */

/** The versions asked for last: one in use, one on its way out. @type {Map<string, Prepared>} */
const versions = new Map()

/** Web Mercator, 0 to 1 from north-west to south-east. */
const mercatorX = (lon) => lon / 360 + 0.5
const mercatorY = (lat) => {
  const sin = Math.sin((lat * Math.PI) / 180)
  return 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI
}

/** @param {TileData} data @returns {Prepared} */
function prepare(data) {
  const { building, buildingIds, buildingLonLat } = data
  // Rows come building by building: the rows of building b are buildingRows[b] to buildingRows[b + 1].
  const counts = new Uint32Array(buildingIds.length + 1)
  for (const index of building) counts[index + 1] += 1
  for (let i = 0; i < buildingIds.length; i++) counts[i + 1] += counts[i]
  return {
    data,
    buildingRows: counts,
    x: Float64Array.from(buildingIds, (_, i) => mercatorX(buildingLonLat[i * 2])),
    y: Float64Array.from(buildingIds, (_, i) => mercatorY(buildingLonLat[i * 2 + 1])),
  }
}

/** Buildings as points with sums, clustered: a cluster's sums are those of its buildings. */
function clustersOf({ data, buildingRows }) {
  const features = []
  for (let i = 0; i < data.buildingIds.length; i++) {
    const first = buildingRows[i]
    const end = buildingRows[i + 1]
    const [lon, lat] = [data.buildingLonLat[i * 2], data.buildingLonLat[i * 2 + 1]]
    if (first === end || Number.isNaN(lon)) continue
    let seats = 0
    let freeSeats = 0
    for (let row = first; row < end; row++) {
      seats += data.seats[row]
      const isFree = data.availableFromDay[row] <= data.todayDay && data.countedUntilDay[row] > data.todayDay
      if (isFree) freeSeats += data.seats[row]
    }
    const properties = { buildingId: data.buildingIds[i], zoneId: data.zoneIds[data.zone[first]] }
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { ...properties, id: data.buildingIds[i], count: end - first, seats, freeSeats, buildings: 1 },
    })
  }
  const clusters = new Supercluster({
    maxZoom: OFFICES_FROM_ZOOM - 1,
    extent: EXTENT,
    radius: CLUSTER_RADIUS * (EXTENT / 512),
    map: ({ count, seats, freeSeats, buildings }) => ({ count, seats, freeSeats, buildings }),
    reduce: (sum, one) => {
      for (const name of ['count', 'seats', 'freeSeats', 'buildings']) sum[name] += one[name]
    },
  })
  clusters.load(features)
  return clusters
}

/** A cluster in a tile: our sums, and an id that tells it from others of its zoom. */
function clusterTags({ cluster_id, count, seats, freeSeats, buildings, ...building }) {
  if (cluster_id === undefined) return { ...building, count, seats, freeSeats, buildings }
  return { id: `cluster-${cluster_id}`, count, seats, freeSeats, buildings }
}

function buildingTile(prepared, z, x, y) {
  prepared.clusters ??= clustersOf(prepared)
  const tile = prepared.clusters.getTile(z, x, y)
  return tile?.features.map((feature) => ({ ...feature, tags: clusterTags(feature.tags) })) ?? []
}

/** What is not known of an office is left out: a tile has no null. */
function officeTags(data, row) {
  const tags = {
    id: data.ids[row],
    zoneId: data.zoneIds[data.zone[row]],
    buildingId: data.buildingIds[data.building[row]],
    seats: data.seats[row],
    fitOut: data.fitOuts[data.fitOut[row]],
    status: data.statuses[data.status[row]],
  }
  if (data.availableFromDay[row] !== data.neverDay) tags.availableFromDay = data.availableFromDay[row]
  if (data.countedUntilDay[row] !== data.beforeAllDays) tags.countedUntilDay = data.countedUntilDay[row]
  if (data.verifiedDay[row] !== data.beforeAllDays) tags.verifiedDay = data.verifiedDay[row]
  if (data.rentCentimes[row] !== data.unknownMoney) tags.rentCentimes = data.rentCentimes[row]
  return tags
}

function officeTile({ data, buildingRows, x: xs, y: ys }, z, x, y) {
  const scale = 2 ** z
  const features = []
  for (let i = 0; i < xs.length; i++) {
    const [tileX, tileY] = [xs[i] * scale - x, ys[i] * scale - y]
    if (!(tileX >= 0 && tileX < 1 && tileY >= 0 && tileY < 1)) continue
    const geometry = [[Math.floor(tileX * EXTENT), Math.floor(tileY * EXTENT)]]
    for (let row = buildingRows[i]; row < buildingRows[i + 1]; row++) {
      features.push({ type: 1, geometry, tags: officeTags(data, row) })
    }
  }
  return features
}

parentPort.on('message', (message) => {
  if (message.data) {
    versions.set(message.version, prepare(message.data))
    for (const version of versions.keys()) if (versions.size > 2) versions.delete(version)
    return
  }
  const { id, version, z, x, y } = message
  const prepared = versions.get(version)
  if (!prepared) {
    parentPort.postMessage({ id, missing: true })
    return
  }
  const features = z < OFFICES_FROM_ZOOM ? buildingTile(prepared, z, x, y) : officeTile(prepared, z, x, y)
  const bytes = features.length === 0 ? null : fromGeojsonVt({ offices: { features } }, { version: 2, extent: EXTENT })
  parentPort.postMessage({ id, bytes }, bytes ? [bytes.buffer] : [])
})
