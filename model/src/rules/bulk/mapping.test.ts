import { describe, expect, it } from 'vitest'
import { FAULT_CODES, FAULT_PHRASES } from './fault-phrases.ts'
import { faultWords } from './fault-words.ts'
import { BULK_COLLECTIONS, BULK_FIELDS } from './fields.ts'
import { guessMapping } from './mapping.ts'

describe('the mapping of a sheet', () => {
  it.each(BULK_COLLECTIONS)('is certain for our own heads of %s in each language', (collection) => {
    for (const language of ['fr', 'ar', 'en'] as const) {
      const heads = BULK_FIELDS[collection].map(({ words }) => words[language])
      const guess = guessMapping([['Titre'], [], heads])
      expect(guess).toEqual({
        collection,
        headRow: 2,
        columns: BULK_FIELDS[collection].map(({ name }) => name),
        language,
      })
    }
    const names = BULK_FIELDS[collection].map(({ name }) => name)
    expect(guessMapping([names])).toMatchObject({ collection, columns: names })
  })

  it('is guessed from an operator’s own heads', () => {
    const heads = [
      'N°',
      'Immeuble',
      'Plateau N°',
      'Niveau',
      'Superficie (m2)',
      'Nb. de postes',
      'STATUT',
      'Échéance du bail',
      'Loyer DH',
      'Commentaire',
    ]
    expect(guessMapping([['Parc de bureaux : situation au 23/11/2026'], heads])).toMatchObject({
      collection: 'offices',
      headRow: 1,
      columns: [
        null,
        'buildingId',
        'name',
        'floor',
        'areaM2',
        'seats',
        'status',
        'leaseEndsOn',
        'rentMadPerM2Month',
        null,
      ],
    })
  })

  it('is guessed from heads written from right to left, with their marks of direction', () => {
    const heads = [
      '\u200fالمبنى\u200f',
      'رقم الوحدة',
      'الطَّابق',
      'المساحة',
      'عدد المقاعد',
      'الوضعية',
      'تاريخ نهاية الكراء',
      'ثمن الكراء',
    ]
    expect(guessMapping([heads])).toMatchObject({
      collection: 'offices',
      columns: ['buildingId', 'name', 'floor', 'areaM2', 'seats', 'status', 'leaseEndsOn', 'rentMadPerM2Month'],
    })
  })

  it('of a sheet without heads is none', () => {
    expect(guessMapping([])).toMatchObject({ collection: null, columns: [] })
    expect(guessMapping([['Note'], ['Ce classeur décrit le parc.'], [1, 2, 3]])).toMatchObject({ collection: null })
  })

  it('gives each field to one column', () => {
    const { columns } = guessMapping([['Plateau', 'Plateau', 'Surface', 'Surface utile', 'Sièges']])
    expect(new Set(columns.filter(Boolean)).size).toBe(columns.filter(Boolean).length)
  })
})

describe('the words of a fault', () => {
  it.each(FAULT_CODES)('of %s say in three languages what is wrong and what to do', (code) => {
    const fault = { code, field: 'floor', value: '99', limit: { lowest: -10, highest: 3, first: 1950, last: 2100 } }
    for (const language of ['fr', 'ar', 'en'] as const) {
      const { reason, remedy } = faultWords(fault, 'offices', language)
      expect(reason).not.toMatch(/[{}]|undefined|object/)
      expect(remedy.length).toBeGreaterThan(4)
      expect(/\p{Script=Arabic}/u.test(reason)).toBe(language === 'ar')
    }
    expect(FAULT_PHRASES[code]?.fr).not.toEqual(FAULT_PHRASES[code]?.en)
  })

  it('name the allowed words in the reader’s language', () => {
    const fault = { code: 'choice', field: 'status', value: 'x', limit: ['free', 'held', 'let', 'under-construction'] }
    expect(faultWords(fault, 'offices', 'fr').remedy).toContain('libre, réservé, loué, en chantier')
    expect(faultWords(fault, 'offices', 'ar').remedy).toContain('متاح، محجوز')
  })
})
