import { readSvg, type SvgElement } from './read-svg.ts'
import { pointsOutside } from './references.ts'
import { pointsAway, unreadable } from './refusals.ts'
import { checkWeight } from './weight.ts'

const LONGEST_SHEET = 64 * 1024

/**
 * A drawing written anew from nothing but the shapes, paints and cut-outs that it is made of.
 * @throws ProblemError 422 `mark.…`, as `readSvg` does
 */
export function safeSvg(file: Buffer): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw unreadable()
  }
  const root = readSvg(text)
  checkWeight(root)
  return written(root, true)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

function written({ name, attributes, children, text }: SvgElement, isRoot = false): string {
  if (name === 'style' && (text.length > LONGEST_SHEET || pointsOutside(text))) throw pointsAway()
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const space = isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : ''
  const inner = name === 'style' ? escaped(text) : children.map((child) => written(child)).join('')
  return `<${name}${space}${own.join('')}>${inner}</${name}>`
}
