import { SaxesParser } from 'saxes'
import { DRAWN, KEPT_ATTRIBUTES, LEFT_OUT, POINTING } from './allowed.ts'
import { pointsOutside } from './references.ts'
import { declaresEntities, holdsElement, pointsAway, tooComplex, unreadable } from './refusals.ts'

export interface SvgElement {
  name: string
  attributes: Record<string, string>
  children: SvgElement[]
  /** Of a style sheet. */
  text: string
}

const SVG = 'http://www.w3.org/2000/svg'
const DEEPEST = 64
const MOST_ELEMENTS = 20_000

/**
 * Reads an SVG into what may be drawn of it. Elements of other namespaces, which drawing programs keep for themselves,
 * and words about the drawing are left out; what is drawn but cannot be drawn safely is refused, so that no mark
 * comes out with a part missing.
 * @throws ProblemError 422 `mark.unreadable`, `mark.entities`, `mark.element`, `mark.external`, `mark.too-complex`
 */
export function readSvg(text: string): SvgElement {
  const parser = new SaxesParser({ xmlns: true })
  const open: SvgElement[] = []
  let root: SvgElement | undefined
  let rootUri = SVG
  let skipped = 0
  let count = 0
  parser.on('error', () => {
    throw unreadable()
  })
  parser.on('doctype', (words) => {
    // Without declarations of its own a document type says nothing; its address is never asked.
    if (words.includes('[')) throw declaresEntities()
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (!root && local === 'svg' && uri === '') rootUri = ''
    if (skipped > 0 || (root && (uri !== rootUri || LEFT_OUT.has(local)))) {
      skipped++
      return
    }
    if (uri !== rootUri || (!root && local !== 'svg')) throw unreadable()
    if (!DRAWN.has(local) && local !== 'a') throw holdsElement(local)
    if (++count > MOST_ELEMENTS || open.length >= DEEPEST) throw tooComplex()
    const element: SvgElement = {
      // A link is drawn as the group that it is.
      name: local === 'a' ? 'g' : local,
      attributes: keptAttributes(local, Object.values(attributes)),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    if (skipped > 0) skipped--
    else open.pop()
  })
  const take = (words: string) => {
    const inner = open.at(-1)
    if (skipped === 0 && inner?.name === 'style') inner.text += words
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(text).close()
  if (!root) throw unreadable()
  return root
}

function keptAttributes(
  element: string,
  all: readonly { prefix: string; local: string; value: string }[],
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const { prefix, local, value } of all) {
    if (local === 'href' && POINTING.has(element)) {
      if (!/^#[^\s#]+$/.test(value.trim())) throw pointsAway()
      kept.href = value.trim()
    } else if (prefix === '' && KEPT_ATTRIBUTES.has(local)) {
      if (pointsOutside(value)) throw pointsAway()
      kept[local] = value
    }
  }
  return kept
}
