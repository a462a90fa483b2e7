import { foldText } from '../../names.ts'
import { type Scan, spanOf } from './scan.ts'

/**
 * Words that ask nothing by themselves: they join, point or name what everything here is (offices, sites, Morocco).
 * They are neither understood nor reported as left aside.
 */
const NEUTRAL_TEXT = `
  a à au aux avec ayant aussi bien bureau bureaux besoin ce ces cet cherche cherchons chercher dans de des du d dont en est et
  espace espaces équipe équipes facilement il je l la le les leur ma maroc marocain me mes mon moins nos notre nous offshoring on ou
  où par parc parcs parlant personnes plateau plateaux plus pour pouvant que qui recherche recherchons région rêve s sa ses se si
  site sites situé située situés sont sous sur tech trouver un une unique vers veux voudrais voulons y zone zones km
  disponible disponibles libre libres livrable accueillir installer implanter lieu local locaux loyer statut métier métiers
  an and any are as at available be by can do find for free from get has have i in is it its looking me my near need needs
  office offices of on or our park parks place please region sea seek site sites some space spaces speaking status team teams that the
  their there to us want we where which with would zone zones morocco moroccan located rent trade operator operated skills floor drawn dessinée el al l speaking avantage avantages incentive incentives
  عن على علي في من إلى أو و مع أن التي الذي هذا هذه كل ذات لدى حيث قرب نريد أريد نبحث أبحث بحث مكاتب مكتب مقرات مقر منطقة مناطق موقع مواقع
  المغرب مغربية فضاء فضاءات لفريق فريق فرق لنا لي نحو تتوفر متوفرة متاحة بها لها بالمغرب جهة تتحدث إيجار صفة مجال مرسومة مساحة حوافز حافز
`
const NEUTRAL = new Set(
  NEUTRAL_TEXT.split(/\s+/)
    .filter(Boolean)
    .map((word) => foldText(word).text),
)
const WORD = /[\p{L}\p{N}]+/gu
const ARABIC = /^\p{Script=Arabic}/u

/** Particles that Arabic writes onto a word, and its article. */
const ONTO = ['', 'و', 'ب', 'ل', 'ف', 'ك', 'وب', 'ول', 'ال', 'وال', 'بال', 'لل', 'ولل']

function isNeutral(word: string): boolean {
  if (word.length === 1 && !/\d/.test(word)) return true
  if (!ARABIC.test(word)) return NEUTRAL.has(word)
  return ONTO.some((onto) => word.startsWith(onto) && NEUTRAL.has(word.slice(onto.length)))
}

/** Reports what no rule read, in runs of words with nothing read and no stop between them. */
export function readLeftover(scan: Scan): void {
  const runs: { start: number; end: number; last: number }[] = []
  let isOpen = false
  for (const match of scan.text.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    const run = runs.at(-1)
    if (run && !/^[\s'"()%/-]*$/.test(scan.text.slice(run.last, start))) isOpen = false
    if (isNeutral(match[0])) {
      if (run && isOpen) run.last = end
    } else if (run && isOpen) {
      run.end = end
      run.last = end
    } else {
      runs.push({ start, end, last: end })
      isOpen = true
    }
  }
  for (const { start, end } of runs) {
    const span = spanOf(scan, start, end)
    scan.ignored.push({ span, text: scan.original.slice(...span) })
  }
  scan.ignored.sort((a, b) => a.span[0] - b.span[0])
}
