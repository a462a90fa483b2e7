import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const features = join(import.meta.dirname, '../features')
const LAYOUT = /(^|[\s;{])(display|position|grid-|flex|gap|padding|margin|inline-size|block-size|inset)/

/** Class names that a sheet lays out by themselves, outside any other class: these hold on every page. */
function laidOut(css: string): Set<string> {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)
  return new Set(
    [...rules].flatMap(([, selectors = '', body = '']) =>
      LAYOUT.test(body)
        ? selectors.split(',').flatMap((selector) => /^\.([\w-]+)(?=[\s:[>]|$)/.exec(selector.trim())?.[1] ?? [])
        : [],
    ),
  )
}

describe('style sheets of the features', () => {
  it('finds the names a sheet lays out', () => {
    expect([...laidOut('/* .no { gap: 0 } */ .a, .b > li { gap: 1px } .c { color: red } i.d { margin: 0 }')]).toEqual([
      'a',
      'b',
    ])
  })

  it('never lay out one name in two features: every sheet stays loaded once a page was open', () => {
    const ownerOf = new Map<string, string>()
    const shared: string[] = []
    for (const file of readdirSync(features, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.css')) continue
      const feature = file.split(sep)[0] ?? ''
      for (const name of laidOut(readFileSync(join(features, file), 'utf8'))) {
        const owner = ownerOf.get(name) ?? feature
        if (owner !== feature) shared.push(`.${name}: ${owner} and ${feature}`)
        ownerOf.set(name, owner)
      }
    }
    expect(ownerOf.size).toBeGreaterThan(50)
    expect(shared).toEqual([])
  })
})
