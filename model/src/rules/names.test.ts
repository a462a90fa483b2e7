import { describe, expect, it } from 'vitest'
import { foldName, foldText, matchesName } from './names.ts'

const FES = ['Fès', 'فاس', 'Fez']
const ORIENTAL = ['L’Oriental', 'الشرق', 'Oriental']

describe('foldName', () => {
  it.each([
    ['Fès', 'fes'],
    ['FÈS', 'fes'],
    ['L’Oriental', 'oriental'],
    ["l'Oriental", 'oriental'],
    ['الشرق', 'شرق'],
    ['أكادير', 'اكادير'],
    ['أگادير', 'اكادير'],
    ['آسفي', 'اسفي'],
    ['الصويرة', 'صويره'],
    ['الدَّار البَيضاء', 'دار بيضا'],
    ['Tanger-Tétouan-Al Hoceïma', 'tanger tetouan hoceima'],
    ['Salé', 'sale'],
    ['Œuvre', 'oeuvre'],
  ])('folds %s to %s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  it('of nothing but an article is the article', () => {
    expect(foldName('La')).toBe('la')
    expect(foldName('')).toBe('')
  })
})

describe('matchesName', () => {
  it.each(['fes', 'Fès', 'FEZ', 'فاس', 'fè', ''])('finds Fès by « %s », in whatever script', (query) => {
    expect(matchesName(query, FES)).toBe(true)
  })
  it.each(['oriental', 'l’oriental', 'the Oriental', 'شرق', 'الشرق', 'ori'])('finds L’Oriental by « %s »', (query) => {
    expect(matchesName(query, ORIENTAL)).toBe(true)
  })
  it('narrows word by word, in order', () => {
    const names = ['Fès Shore', 'فاس شور']
    expect(matchesName('fes sh', names)).toBe(true)
    expect(matchesName('شور', names)).toBe(true)
    expect(matchesName('shore fes', names)).toBe(false)
    expect(matchesName('hore', names)).toBe(false)
  })
})

describe('foldText', () => {
  it('keeps the way back to the text as typed', () => {
    const typed = 'Cœur ١٢ m²'
    const { text, at } = foldText(typed)
    expect(text).toBe('coeur 12 m2')
    expect(typed.slice(at[text.indexOf('12')], at[text.indexOf('12') + 2])).toBe('١٢')
    expect(at.at(-1)).toBe(typed.length)
  })
})
