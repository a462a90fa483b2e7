import type { FastifyPluginAsync } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ReadyAnswer } from '../http/ready-answer.ts'
import { type OgcOptions, originOf } from '../ogc/context.ts'
import { Lru } from '../ogc/engine/lru.ts'
import { TYPES } from '../ogc/links.ts'
import { readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import { refuse } from '../ogc/refuse.ts'
import { answerInProblems } from '../ogc/routes.ts'
import { TileMaker } from './tile-maker.ts'

export const MAX_TILE_ZOOM = 14
const KEPT_BYTES = 16 * 1024 * 1024
const NO_PARAMETERS: ReadonlySet<string> = new Set()
const REVALIDATE = 'public, max-age=0, must-revalidate'

interface TileParams {
  z: string
  x: string
  y: string
}

/** Vector tiles of the offices, and their TileJSON. */
export const tileRoutes: FastifyPluginAsync<OgcOptions> = async (app, options) => {
  answerInProblems(app)
  const maker = new TileMaker()
  app.addHook('onClose', () => maker.close())
  const kept = new WeakMap<Snapshot, Lru<Promise<ReadyAnswer | null>>>()

  const tile = (z: number, x: number, y: number): Promise<ReadyAnswer | null> => {
    const snapshot = options.current()
    const tiles = kept.get(snapshot) ?? new Lru<Promise<ReadyAnswer | null>>(KEPT_BYTES)
    kept.set(snapshot, tiles)
    const key = `${z}/${x}/${y}`
    const known = tiles.get(key)
    if (known) return known
    const made = maker
      .tile(snapshot, z, x, y)
      .then((bytes) => bytes && new ReadyAnswer(Buffer.from(bytes.buffer), TYPES.tile, snapshot.version, 6))
    tiles.set(key, made)
    made.then(
      // Its compressed forms weigh about half of it again.
      (answer) => tiles.set(key, made, Math.ceil((answer?.body.length ?? 0) * 1.5) + 200),
      () => tiles.delete(key),
    )
    return made
  }

  app.get('/tiles/offices', async (request, reply) => {
    refuseUnknown(readQuery(request.url), NO_PARAMETERS)
    const snapshot = options.current()
    const body = Buffer.from(JSON.stringify(tileJson(originOf(request, options), snapshot)))
    return new ReadyAnswer(body, TYPES.tilejson, null).send(request, reply, REVALIDATE)
  })

  app.get<{ Params: TileParams }>('/tiles/offices/:z/:x/:y', async (request, reply) => {
    refuseUnknown(readQuery(request.url), NO_PARAMETERS)
    const [z, x, y] = readTile(request.params)
    const answer = await tile(z, x, y)
    if (answer) return answer.send(request, reply, REVALIDATE)
    return reply.code(204).header('cache-control', REVALIDATE).send()
  })
}

/** @throws a problem `tile.invalid` (400) for what is no number, `tile.unknown` (404) for a tile that the grid lacks */
function readTile({ z, x, y }: TileParams): [number, number, number] {
  const numbers = [z, x, y].map((text) => (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN))
  const [zoom = 0, column = 0, row = 0] = numbers
  if (numbers.some(Number.isNaN)) throw refuse(400, 'tile.invalid', 'A tile is named by three whole numbers: z, x, y.')
  if (zoom > MAX_TILE_ZOOM) throw refuse(404, 'tile.unknown', `The tiles end at zoom ${MAX_TILE_ZOOM}.`)
  if (column >= 2 ** zoom || row >= 2 ** zoom) throw refuse(404, 'tile.unknown', 'There is no such tile at this zoom.')
  return [zoom, column, row]
}

/** TileJSON 3.0.0. */
function tileJson(base: string, snapshot: Snapshot) {
  const { extent } = snapshot.collection('offices')
  const day = 'days since 1970-01-01; absent = unknown'
  return {
    tilejson: '3.0.0',
    name: 'offices',
    description: 'Buildings and clusters of them up to zoom 10, single offices from zoom 11.',
    version: '1.0.0',
    attribution: 'Tech Valley Locator',
    scheme: 'xyz',
    tiles: [`${base}/tiles/offices/{z}/{x}/{y}`],
    minzoom: 0,
    maxzoom: MAX_TILE_ZOOM,
    ...(extent ? { bounds: extent, center: [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2, 5] } : {}),
    vector_layers: [
      {
        id: 'offices',
        description: 'A feature with `count` stands for a building or a cluster; one without is an office.',
        minzoom: 0,
        maxzoom: MAX_TILE_ZOOM,
        fields: {
          id: 'id of the office or building; cluster-… for a cluster',
          zoneId: 'id of the zone',
          buildingId: 'id of the building',
          seats: 'seats, summed in a building or cluster',
          count: 'offices in the building or cluster',
          buildings: 'buildings in the cluster',
          freeSeats: 'seats that are free and counted today, in a building or cluster',
          availableFromDay: day,
          countedUntilDay: day,
          verifiedDay: day,
          fitOut: 'shell, fitted or plug-and-play',
          rentCentimes: 'MAD centimes per m² and month; absent = unknown',
          status: 'free, held, let or under-construction',
        },
      },
    ],
  }
}
