import type { Language } from '@tvl/model'
import type { Table } from '../catalogue/table.ts'
import type { CollectionInfo } from './collections.ts'
import type { Context } from './context.ts'
import { selectPage } from './engine/select.ts'
import { indexOf } from './engine/snapshot-index.ts'
import { featureTag } from './feature-tag.ts'
import { featurePage, itemsPage, type PageFeature } from './html/items-pages.ts'
import { address, carried, type Link, linkHeader, selfLinks, TYPES } from './links.ts'
import { writeCursor } from './parameters/cursor.ts'
import { readItemsQuery } from './parameters/items-query.ts'
import { refuse } from './refuse.ts'
import { type Ready, ready } from './respond.ts'

const COMMA = Buffer.from(',')
const CLOSING_BRACE = 1

/** Copies ready-made features between a head and a tail: nothing is put into JSON again. */
function collectionBytes(
  table: Table,
  rows: readonly number[],
  language: Language,
  head: string,
  tail: string,
): Buffer {
  const parts: Buffer[] = [Buffer.from(head)]
  for (const [i, row] of rows.entries()) {
    if (i > 0) parts.push(COMMA)
    parts.push(table.fragment(row, language))
  }
  parts.push(Buffer.from(tail))
  return Buffer.concat(parts)
}

/** `GET /collections/{id}/items`. @throws a problem or a Cql2Error for what cannot be asked */
export async function itemsAnswer(context: Context, info: CollectionInfo): Promise<Ready> {
  const { base, path, query, language, snapshot, format } = context
  const table = snapshot.collection(info.id)
  const { question, limit, after } = readItemsQuery(query, table, snapshot, language)
  const page = await selectPage(indexOf(snapshot), table, question, after, limit)
  const cursor = page.next && writeCursor(question.sort, page.next)
  const links: Link[] = [
    ...selfLinks(context, TYPES.geojson),
    ...(cursor
      ? [
          {
            href: address(base, path, query, { cursor }),
            rel: 'next',
            type: format === 'html' ? TYPES.html : TYPES.geojson,
          },
        ]
      : []),
    { href: address(base, `/ogc/collections/${info.id}`, carried(query)), rel: 'collection', type: TYPES.json },
  ]
  const about = { language, version: snapshot.version, link: linkHeader(links) }
  if (format === 'html') {
    const features = page.rows.map((row): PageFeature => table.feature(row, language))
    const { text } = itemsPage(context, { info, features, matched: page.matched, limit, next: cursor })
    return ready(text, { ...about, type: TYPES.html })
  }
  const head = `{"type":"FeatureCollection","timeStamp":"${new Date().toISOString()}","numberMatched":${page.matched},"numberReturned":${page.rows.length},"features":[`
  const body = collectionBytes(table, page.rows, language, head, `],"links":${JSON.stringify(links)}}`)
  return ready(body, { ...about, type: TYPES.geojson })
}

/** `GET /collections/{id}/items/{featureId}`. @throws a problem `feature.unknown`, 404 */
export function featureAnswer(context: Context, info: CollectionInfo, id: string): Ready {
  const { base, query, language, snapshot, format } = context
  const table = snapshot.collection(info.id)
  const row = table.rowOf(id)
  if (row < 0) throw refuse(404, 'feature.unknown', `There is no item “${id.slice(0, 60)}” in ${info.id}.`)
  const links: Link[] = [
    ...selfLinks(context, TYPES.geojson),
    { href: address(base, `/ogc/collections/${info.id}`, carried(query)), rel: 'collection', type: TYPES.json },
  ]
  const about = { language, version: snapshot.version, link: linkHeader(links) }
  if (format === 'html') {
    return ready(featurePage(context, info, table.feature(row, language)).text, { ...about, type: TYPES.html })
  }
  const fragment = table.fragment(row, language)
  const open = fragment.subarray(0, fragment.length - CLOSING_BRACE)
  return ready(Buffer.concat([open, Buffer.from(`,"links":${JSON.stringify(links)}}`)]), {
    ...about,
    type: TYPES.geojson,
    tag: featureTag(snapshot, language, table.hash(row)),
  })
}
