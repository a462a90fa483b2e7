import { readFileSync } from 'node:fs'
import { DEFAULT_COLOURS, PAPERS } from '@tvl/model'
import { expect, it } from 'vitest'

const tokens =
  readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8').split('[data-theme="dark"]')[0] ?? ''
const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1]

it('a brand is judged on the paper of the product, and without one is set in its colours', () => {
  expect([token('surface'), token('paper')]).toEqual([...PAPERS])
  expect(DEFAULT_COLOURS).toEqual({ primary: token('accent'), accent: token('ink-2') })
})
