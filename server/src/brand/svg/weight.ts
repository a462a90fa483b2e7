import type { SvgElement } from './read-svg.ts'
import { referencesIn, referencesOfClasses } from './references.ts'
import { tooComplex } from './refusals.ts'

/** Elements that are drawn in the end, each as often as it is. */
const MOST_DRAWN = 20_000
const LONGEST_CHAIN = 200

/**
 * Counts what a drawing becomes once all that points elsewhere is drawn there. A dozen lines in which each draws the
 * one before twice over would be thousands of millions.
 * @throws ProblemError 422 `mark.too-complex`, for one that draws itself too
 */
export function checkWeight(root: SvgElement): void {
  const byId = new Map<string, SvgElement[]>()
  let sheet = ''
  for (const element of everything(root)) {
    const { id } = element.attributes
    // Of two with the same id either may be drawn.
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), element])
    sheet += element.text
  }
  const ofClasses = referencesOfClasses(sheet)
  if (!ofClasses) throw tooComplex()
  const known = new Map<SvgElement, number>()
  const weigh = (element: SvgElement, depth: number): number => {
    const seen = known.get(element)
    if (seen !== undefined) return seen
    if (depth > LONGEST_CHAIN) throw tooComplex()
    // Infinite as long as it is being weighed: what comes back to itself has no end.
    known.set(element, Number.POSITIVE_INFINITY)
    let weight = 1
    for (const child of element.children) weight += weigh(child, depth + 1)
    for (const id of pointsAt(element, ofClasses)) {
      weight += Math.max(0, ...(byId.get(id) ?? []).map((one) => weigh(one, depth + 1)))
    }
    if (weight > MOST_DRAWN) throw tooComplex()
    known.set(element, weight)
    return weight
  }
  weigh(root, 0)
}

function* everything(element: SvgElement): Generator<SvgElement> {
  yield element
  for (const child of element.children) yield* everything(child)
}

function pointsAt({ attributes }: SvgElement, ofClasses: ReadonlyMap<string, string[]>): string[] {
  const { href, class: classes = '', ...others } = attributes
  return [
    ...(href ? [href.slice(1)] : []),
    ...Object.values(others).flatMap(referencesIn),
    ...classes.split(/\s+/).flatMap((name) => ofClasses.get(name) ?? []),
  ]
}
