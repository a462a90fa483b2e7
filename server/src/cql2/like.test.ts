import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeMatcher } from './like.ts'

const like = (text: string, pattern: string): boolean => likeMatcher(pattern)(text)

/** LIKE as it is defined, trying every way: exponential, so for short texts only. */
function bruteLike(text: readonly string[], pattern: readonly string[]): boolean {
  const [head, ...rest] = pattern
  if (head === undefined) return text.length === 0
  if (head === '%') return bruteLike(text, rest) || (text.length > 0 && bruteLike(text.slice(1), pattern))
  if (head === '\\' && rest.length > 0) return text[0] === rest[0] && bruteLike(text.slice(1), rest.slice(1))
  return text.length > 0 && (head === '_' || text[0] === head) && bruteLike(text.slice(1), rest)
}

describe('LIKE', () => {
  it.each([
    ['Fès', 'F%', true],
    ['Fès', 'F_s', true],
    ['Fès', 'f%', false],
    ['Fès', '%è', false],
    ['', '%', true],
    ['', '_%', false],
    ['', '', true],
    ['a', '', false],
    ['100%', '100\\%', true],
    ['1000', '100\\%', false],
    ['a_b', 'a\\_b', true],
    ['axb', 'a\\_b', false],
    ['a\\b', 'a\\\\b', true],
    ['ab', 'ab\\', false],
    ['ab\\', 'ab\\', true],
    ['aba', 'ab%ba', false],
    ['abba', 'ab%ba', true],
    ['🏙', '_', true],
    ['مراكش', 'مر%', true],
  ])('%j LIKE %j is %s', (text, pattern, expected) => {
    expect(like(text, pattern)).toBe(expected)
  })

  it('agrees with trying every way', () => {
    const letters = { unit: fc.constantFrom('a', 'b', '🏙'), maxLength: 8 }
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '🏙', '%', '%', '_', '\\'), maxLength: 7 })
    fc.assert(
      fc.property(fc.string(letters), pattern, (text, wanted) => {
        expect(like(text, wanted)).toBe(bruteLike(Array.from(text), Array.from(wanted)))
      }),
      { numRuns: 2000 },
    )
  })

  it('has no pattern that takes forever', () => {
    expect(like('a'.repeat(50_000), `${'%a'.repeat(10_000)}b`)).toBe(false)
    expect(like('a'.repeat(50_000), `${'%_a'.repeat(10_000)}b`)).toBe(false)
  })

  it.each(['%'.repeat(60_000), `${'%_'.repeat(30_000)}`, '%a'.repeat(30_000), '_'.repeat(60_000)])(
    'goes over 100,000 texts with a pattern of 60,000 characters (%#)',
    (pattern) => {
      const matches = likeMatcher(pattern)
      let count = 0
      for (let i = 0; i < 100_000; i++) if (matches('Fès-Shore 04.2')) count += 1
      expect(count).toBe(pattern.startsWith('%%') ? 100_000 : 0)
    },
  )
})
