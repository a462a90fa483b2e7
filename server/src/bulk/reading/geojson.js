import { FileRefused, LIMITS, Meter } from './limits.js'
import { decoded } from './separated.js'

/** The features of a collection. @param {Buffer} bytes */
export function featuresOf(bytes) {
  let document
  try {
    document = JSON.parse(decoded(bytes).text)
  } catch (error) {
    if (error instanceof FileRefused) throw error
    throw new FileRefused('import.unreadable', error.message)
  }
  if (document?.type !== 'FeatureCollection' || !Array.isArray(document.features)) {
    throw new FileRefused('import.unreadable', 'no FeatureCollection')
  }
  return { document, features: document.features }
}

/** Features as a table: a column for each property that holds plain values, and the point. @param {Buffer} bytes */
export function readGeojson(bytes) {
  const { features } = featuresOf(bytes)
  Meter.rows(features.length + 1)
  const meter = new Meter()
  const columns = new Map([['id', 0]])
  const places = ['longitude', 'latitude']
  for (const feature of features) {
    for (const [name, value] of Object.entries(objectOf(feature?.properties))) {
      if (isPlain(value) && !columns.has(name) && !places.includes(name)) columns.set(name, columns.size)
    }
    Meter.columns(columns.size + places.length)
  }
  const width = columns.size
  const rows = features.map((feature) => {
    const cells = Array(width + places.length).fill(null)
    if (isPlain(feature?.id)) cells[0] = cellOf(feature.id)
    for (const [name, value] of Object.entries(objectOf(feature?.properties))) {
      const column = columns.get(name)
      if (column !== undefined && isPlain(value) && (name !== 'id' || cells[0] === null)) cells[column] = cellOf(value)
    }
    if (feature?.geometry?.type === 'Point' && Array.isArray(feature.geometry.coordinates)) {
      const [lon, lat] = feature.geometry.coordinates
      if (typeof lon === 'number' && typeof lat === 'number') [cells[width], cells[width + 1]] = [lon, lat]
    }
    meter.row(cells.length)
    return cells
  })
  return { sheets: [{ name: null, isHidden: false, rows: [[...columns.keys(), ...places], ...rows] }], is1904: false }
}

const objectOf = (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {})
const isPlain = (value) => ['string', 'number', 'boolean'].includes(typeof value) || value === null
/** As `read-cell.ts` of the model takes them out. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const MASKED = /^'*[=+\-@\t\r]/

/** A text of JSON is no formula, whatever it begins with: it is masked as an export would have masked it. */
function cellOf(value) {
  if (typeof value !== 'string') return value
  const text = value.slice(0, LIMITS.cellCharacters).replace(UNSEEN, '').trim()
  return text === '' ? null : MASKED.test(text) ? `'${text}` : text
}
