import { type AlertThreshold, freeze, type Shortlist, type SiteTotals } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { freezeCatalogue } from '../shortlists/freeze-catalogue.ts'
import type { Database } from '../storage/database.ts'
import { loadSnapshotAt } from '../storage/load.ts'
import { DEMO_DAY } from '../testing/agency.ts'

type Told = SiteTotals & { failing: readonly string[] }
interface Done {
  siteId: string
  turns: string[]
  effect: { score: number; monthlyCentimes: number | null; days: number | null }
  pct: number
  seatsPct: number
}

/** What each commit did to each site, told from rebuilt catalogues and the totals of whole shortlists alone. */
export async function fromTheRecord(db: Kysely<Database>, shortlist: Shortlist, from: number) {
  const { rows: commits } = await sql<{ id: string; lastN: number }>`select id, last_n::int as "lastN" from commit
    where first_n > ${from} order by last_n`.execute(db)
  const totalsAt = async (version: number) => {
    const all = freezeCatalogue(await loadSnapshotAt(db, version, DEMO_DAY), shortlist, 'demo')
    const isThere = (id: string) => all.offices.some((one) => one.id === id)
    const there = shortlist.sites.filter(({ officeIds }) => officeIds.every(isThere))
    const { totals, sites } = freeze({ ...shortlist, sites: there }, all)
    return new Map(
      totals.map((one, i): [string, Told] => [one.id, { ...one, failing: sites[i]?.inventory?.failing ?? [] }]),
    )
  }
  const found: { commit: string; sites: Done[] }[] = []
  let before = await totalsAt(from)
  for (const { id, lastN } of commits) {
    const after = await totalsAt(lastN)
    const sites = shortlist.sites.flatMap((line) => {
      const done = whatWasDone(line, before.get(line.id), after.get(line.id))
      const { score, monthlyCentimes, days } = done.effect
      const isMoved = [score, monthlyCentimes, days, done.seatsPct].some((one) => one !== 0)
      return done.turns.length > 0 || isMoved ? [done] : []
    })
    if (sites.length > 0) found.push({ commit: id, sites })
    before = after
  }
  return found
}

function whatWasDone({ id: siteId, officeIds }: Shortlist['sites'][number], was?: Told, is?: Told): Done {
  const nothing = { score: 0, monthlyCentimes: 0, days: 0 }
  if (!was || !is) return { siteId, turns: was ? ['gone'] : is ? ['back'] : [], effect: nothing, pct: 0, seatsPct: 0 }
  const [paid, pays] = [was.knownMonthlyCentimes, is.knownMonthlyCentimes]
  const [open, opens] = [was.availableOn, is.availableOn]
  const between = <T>(a: T | null, b: T | null, minus: (a: T, b: T) => number) =>
    a === b ? 0 : a === null || b === null ? null : minus(b, a)
  const monthlyCentimes = was.unpriced === is.unpriced ? between(paid, pays, (b, a) => b - a) : null
  const answers = (one: Told) => officeIds.length > 0 || one.failing.length === 0
  const verdicts = (one: Told) => JSON.stringify(one.incentives)
  const turned = (name: string, isLost: boolean, isFound: boolean) =>
    isLost ? [`${name}-unknown`] : isFound ? [`${name}-known`] : []
  const isPriceLost = paid !== null && (pays === null || is.unpriced > was.unpriced)
  const isPriceFound = pays !== null && (paid === null || is.unpriced < was.unpriced)
  return {
    siteId,
    turns: [
      ...(answers(was) === answers(is) ? [] : [answers(is) ? 'answered' : 'unanswered']),
      ...(verdicts(was) === verdicts(is) ? [] : ['verdict']),
      ...turned('price', isPriceLost, isPriceFound),
      ...turned('date', open !== null && opens === null, open === null && opens !== null),
    ],
    effect: {
      score: Number((is.score.mid - was.score.mid).toFixed(2)),
      monthlyCentimes,
      days: between(open, opens, (b, a) => (Date.parse(b) - Date.parse(a)) / 86_400_000),
    },
    seatsPct: was.seats && is.seats ? Number((Math.abs(is.seats / was.seats - 1) * 100).toFixed(2)) : 0,
    pct: monthlyCentimes && paid ? Number(Math.abs((monthlyCentimes / paid) * 100).toFixed(2)) : 0,
  }
}

/** Whether it reaches a threshold in one unit, or turned something. */
export const isAbove = (threshold: AlertThreshold) => (done: Done) =>
  done.turns.length > 0 ||
  (done.effect.score !== 0 && Math.abs(done.effect.score) >= threshold.points) ||
  (done.pct !== 0 && done.pct >= threshold.costPct) ||
  (done.seatsPct !== 0 && done.seatsPct >= threshold.seatsPct) ||
  (!!done.effect.days && Math.abs(done.effect.days) >= threshold.days)
