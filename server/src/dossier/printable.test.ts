import { describe, expect, it } from 'vitest'
import { printable, printableLine, widthOf } from './printable.ts'

describe('what can be printed', () => {
  it('keeps every sign of mark-up, emoji and Tifinagh', () => {
    const text = '#set *a* _b_ $c$ \\ <d> @e `f` // 😀 ⵜⴰⵎⴰⵣⵉⵖⵜ é ـ غ'
    expect(printable(text)).toBe(text)
  })

  it('leaves out what steers the order of writing, controls and what takes no room', () => {
    expect(printable('a\u202eb\u2066c\u200bd\u0000e\u0007f\u00adg\u{e000}h')).toBe('abcdefgh')
  })

  it('keeps the ends of lines as lines, and as spaces on one line', () => {
    expect(printable('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd')
    expect(printableLine('a\nb')).toBe('a b')
  })

  it('shows that a letter is missing which no font here has', () => {
    expect(printable('avant 中文 après')).toBe('avant […] après')
    expect(printable('\ud800')).toBe('')
  })

  it('tells how wide a text is', () => {
    expect(widthOf('mmm')).toBeGreaterThan(widthOf('iii'))
    expect(widthOf('')).toBe(0)
  })
})
