import { CRITERIA, mergeShortlists, NO_SHORTLIST, type Shortlist, type ShortlistSite } from '@tvl/model'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Change } from './use-lines.ts'

const FORMAT = 'tvl.shortlist/1'
const LARGEST_BYTES = 1_000_000
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isText = (value: unknown): value is string => typeof value === 'string'
const noteOf = (value: unknown): string | null => (isText(value) && value !== '' ? value.slice(0, 2000) : null)

/** A line of a file; null when it is none. */
function lineOf(value: unknown): ShortlistSite | null {
  const { id, zoneId, officeIds, notes } = (value ?? {}) as Record<string, unknown>
  if (!isText(id) || !UUID.test(id) || !isText(zoneId) || !SLUG.test(zoneId)) return null
  const { fr, ar, en } = (notes ?? {}) as Record<string, unknown>
  return {
    id,
    zoneId,
    officeIds: Array.isArray(officeIds) ? officeIds.filter(isText).slice(0, 40) : [],
    notes: { fr: noteOf(fr), ar: noteOf(ar), en: noteOf(en) },
  }
}

/** Order, weights and assumptions, as far as the file has them. */
function judgementIn({ order, weights, assumptions }: Record<string, unknown>) {
  const number = (from: unknown, key: string, [least, most]: readonly [number, number], fallback: number): number => {
    const value = (from as Record<string, unknown> | null | undefined)?.[key]
    return typeof value === 'number' && value >= least && value <= most ? value : fallback
  }
  const { termMonths, areaM2PerSeat } = NO_SHORTLIST.assumptions
  return {
    order: order === 'agency' ? ('agency' as const) : ('neutral' as const),
    weights: Object.fromEntries(
      CRITERIA.map((criterion) => [criterion, number(weights, criterion, [0, 100], NO_SHORTLIST.weights[criterion])]),
    ) as Shortlist['weights'],
    assumptions: {
      termMonths: Math.round(number(assumptions, 'termMonths', [1, 240], termMonths)),
      areaM2PerSeat: number(assumptions, 'areaM2PerSeat', [1, 100], areaM2PerSeat),
    },
  }
}

/** The shortlist of a file that `exportText` wrote. Null: it is none. Only what a shortlist has is taken from it. */
export function readShortlistFile(text: string): Shortlist | null {
  try {
    const { format, shortlist } = JSON.parse(text) as { format?: unknown; shortlist?: Record<string, unknown> }
    if (format !== FORMAT || !shortlist || !Array.isArray(shortlist.sites)) return null
    const pairs = Array.isArray(shortlist.need) ? shortlist.need : []
    return {
      ...NO_SHORTLIST,
      ...judgementIn(shortlist),
      title: isText(shortlist.title) ? shortlist.title.slice(0, 160) : '',
      need: pairs.flatMap((pair): [string, string][] =>
        Array.isArray(pair) && isText(pair[0]) && isText(pair[1]) ? [[pair[0], pair[1]]] : [],
      ),
      sites: shortlist.sites.flatMap((site) => lineOf(site) ?? []).slice(0, 40),
    }
  } catch {
    return null
  }
}

const exportText = (shortlist: Shortlist) => `${JSON.stringify({ format: FORMAT, shortlist }, null, 2)}\n`

/** Takes the shortlist along as a file, and takes the sites of another file in. */
export function FileTools({ content, change }: { content: Shortlist; change: Change }) {
  const t = useTranslations('shortlist.file')
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<'unread' | 'merged' | null>(null)
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([exportText(content)], { type: 'application/json' }))
    link.download = 'shortlist.json'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    const other = file.size <= LARGEST_BYTES ? readShortlistFile(await file.text()) : null
    setSaid(other ? 'merged' : 'unread')
    if (other) change(mergeShortlists(content, other), true)
  }
  return (
    <>
      <button type="button" className="btn" disabled={content.sites.length === 0} onClick={save}>
        {t('save')}
      </button>
      <button type="button" className="btn" onClick={() => field.current?.click()}>
        {t('merge')}
      </button>
      <input
        ref={field}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
      {said && <span role={said === 'unread' ? 'alert' : 'status'}>{t(said)}</span>}
    </>
  )
}
