import { describe, expect, it } from 'vitest'
import { type FormCell, type FormSheet, questionsOf } from './layout.ts'

const ZONES = [
  { id: 'fes-shore', names: ['Fès Shore', 'فاس شور', 'Fès Shore'] },
  { id: 'casanearshore', names: ['Casanearshore', 'كازانيرشور', 'Casanearshore'] },
]

/** A sheet of texts; `=…` is a formula, `*…` a text in bold, null a cell that is not there, '' one with a border. */
function aSheet(rows: readonly (readonly (string | null)[])[], more: Partial<FormSheet> = {}): FormSheet {
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column): FormCell[] => {
      if (text === null) return []
      const kind = text === '' ? 'empty' : text.startsWith('=') ? 'formula' : /^\d+$/.test(text) ? 'other' : 'text'
      return [
        { row, column, text: text.replace(/^\*/, ''), kind, style: text.startsWith('*') ? 2 : text === '' ? 1 : 0 },
      ]
    }),
  )
  return { name: 'Sheet1', isHidden: false, cells, merges: [], ...more }
}

const read = (...sheets: FormSheet[]) =>
  questionsOf(sheets, ZONES).map(({ label, unit, answers }) => [
    label,
    unit,
    ...answers.map(
      ({ row, column, site, holds }) => `${row}/${column} ${'nth' in site ? site.nth : site.zoneId} ${holds}`,
    ),
  ])

describe('the questions of a sheet', () => {
  it('without a head are labels beside empty cells; titles, and what looks otherwise, are none', () => {
    const sheet = aSheet([
      ['*Site questionnaire', null],
      ['*1. Location', null],
      ['Site name', ''],
      ['City', ''],
      ['Colour of the façade', ''],
      ['Region', 'Fès-Meknès'],
      ['Rent', 'EUR/m²/month', ''],
      ['Site area (ha)', '=B2*2'],
      ['We thank you for your answers', null],
    ])
    expect(read(sheet)).toEqual([
      ['Site name', '', '2/1 0 nothing'],
      ['City', '', '3/1 0 nothing'],
      ['Colour of the façade', '', '4/1 0 nothing'],
      ['Region', '', '5/1 0 value'],
      ['Rent', 'EUR/m²/month', '6/2 0 nothing'],
      ['Site area (ha)', '', '7/1 0 formula'],
    ])
  })

  it('under a head stand in its column, with their units and one answer a site', () => {
    const sheet = aSheet([
      ['No', 'Criteria', 'Unit', 'Fès Shore', 'Site B', 'Comments'],
      ['1', 'Site area', 'acres', null, null, null],
      ['2', 'Anything else', '', null, '12', null],
    ])
    expect(read(sheet)).toEqual([
      ['Site area', 'acres', '1/3 fes-shore nothing', '1/4 1 nothing'],
      ['Anything else', '', '2/3 fes-shore nothing', '2/4 1 value'],
    ])
  })

  it('end where they are merged over the answers, and go on past merged labels', () => {
    const sheet = aSheet(
      [
        ['Question', null, 'Réponse'],
        ['Nom du site', null, null],
        ['Deuxième partie', null, null],
        ['Ville', null, null],
      ],
      {
        merges: [
          { top: 1, left: 0, bottom: 1, right: 1 },
          { top: 2, left: 0, bottom: 2, right: 2 },
        ],
      },
    )
    expect(read(sheet)).toEqual([
      ['Nom du site', '', '1/2 0 nothing'],
      ['Ville', '', '3/2 0 nothing'],
    ])
  })

  it('of a sheet named after a site are that site’s; hidden sheets ask nothing', () => {
    const rows = [
      ['Site name', ''],
      ['City', ''],
    ]
    expect(
      read(aSheet(rows, { name: 'Casanearshore' }), aSheet(rows, { name: 'Site 3' }), aSheet(rows, { isHidden: true })),
    ).toEqual([
      ['Site name', '', '0/1 casanearshore nothing'],
      ['City', '', '1/1 casanearshore nothing'],
      ['Site name', '', '0/1 2 nothing'],
      ['City', '', '1/1 2 nothing'],
    ])
  })

  it('is not begun by an answer that names a site', () => {
    expect(
      read(
        aSheet([
          ['Site name', 'Fès Shore'],
          ['City', ''],
        ]),
      ),
    ).toEqual([
      ['Site name', '', '0/1 0 value'],
      ['City', '', '1/1 0 nothing'],
    ])
  })
})
