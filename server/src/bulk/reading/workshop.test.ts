import { afterAll, describe, expect, it } from 'vitest'
import { aPackage, aWorkbook, rowMarkup, workbookParts } from '../../testing/files.ts'
import { type FileType, Workshop } from './workshop.ts'

const workshop = new Workshop()
afterAll(() => workshop.close())

const read = (bytes: Buffer | string, name: string) => workshop.read(Buffer.from(bytes), name)
const codeOf = async (bytes: Buffer | string, name = 'parc.xlsx') => {
  try {
    await read(bytes, name)
    return 'read'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const SAFE = rowMarkup(1, ['Plateau', 'Sièges'])

describe('a workbook', () => {
  it('gives its cells as they stand: texts, numbers, days, formulas with their outcome, errors', async () => {
    const bytes = await aWorkbook([
      ['Plateau', 'Sièges', 'Fin du bail', 'Surface', 'x'],
      ['A-1', 40, new Date('2027-12-31T00:00:00Z'), { formula: 'B2*8', result: 320 }, { error: '#REF!' }],
      [],
      [null, null, new Date('2027-03-15T17:59:59.998Z'), { richText: [{ text: 'a' }, { text: 'b' }] }, true],
    ])
    const { type, sheets } = await read(bytes, 'Parc.XLSX')
    expect(type).toBe('xlsx')
    expect(sheets).toEqual([
      {
        name: 'Parc',
        isHidden: false,
        rows: [
          ['Plateau', 'Sièges', 'Fin du bail', 'Surface', 'x'],
          ['A-1', 40, { d: '2027-12-31T00:00' }, { f: 'B2*8', v: 320 }, { e: '#REF!' }],
          [],
          [null, null, { d: '2027-03-15T18:00' }, 'ab', true],
        ],
      },
    ])
  })

  it('of lists over whole columns and of merged cells is read as fast as any', async () => {
    const bytes = await aWorkbook(
      [
        ['Plateau', 'État'],
        ['A-1', 'libre'],
      ],
      (workbook) => {
        const sheet = workbook.getWorksheet('Parc')
        sheet?.mergeCells('D1:F3')
      },
    )
    expect((await read(bytes, 'a.xlsx')).sheets[0]?.rows[1]).toEqual(['A-1', 'libre'])
    const validations = `</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations><mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells><sheetData>`
    const whole = aPackage(workbookParts(`${SAFE}${validations}`))
    const start = performance.now()
    expect(await codeOf(whole)).toBe('read')
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

describe('separated text', () => {
  const TEXT = 'Plateau;Sièges;Note\nA-1;40;"a ; b\nc"\n\nÉ-2;1 200;\n'
  const ROWS = [['Plateau', 'Sièges', 'Note'], ['A-1', '40', 'a ; b\nc'], [], ['É-2', '1 200']]

  it.each([
    [';', 'utf-8', Buffer.from(TEXT)],
    [';', 'utf-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    [';', 'windows-1252', Buffer.from(TEXT, 'latin1')],
    [';', 'utf-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    [',', 'utf-8', Buffer.from(TEXT.replaceAll(';', ','))],
    ['tab', 'utf-8', Buffer.from(TEXT.replaceAll(';', '\t'))],
    ['sep=', 'utf-8', Buffer.from(`sep=;\r\n${TEXT}`)],
  ])('with %s in %s is told by itself', async (separator, _encoding, bytes) => {
    const sign = separator === ',' ? ',' : separator === 'tab' ? '\t' : ';'
    const rows = ROWS.map((row) => row.map((text) => text.replaceAll(';', sign)))
    expect((await read(bytes, 'parc.csv')).sheets[0]?.rows).toEqual(rows)
  })

  it('keeps letters that only Windows-1252 has', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Nom;Prix\nL'),
      Buffer.from([0x92]),
      Buffer.from('atelier;12 '),
      Buffer.from([0x80]),
    ])
    expect((await read(bytes, 'a.csv')).sheets[0]?.rows[1]).toEqual(['L’atelier', '12 €'])
  })
})

describe('a feature collection', () => {
  it('is a table of its plain properties and points', async () => {
    const feature = (id: string, properties: object) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [-5, 34] },
      properties,
    })
    const document = {
      type: 'FeatureCollection',
      features: [feature('a', { seats: 4, provenance: { x: 1 } }), feature('b', { name: 'B' })],
    }
    expect((await read(JSON.stringify(document), 'a.geojson')).sheets[0]?.rows).toEqual([
      ['id', 'seats', 'name', 'longitude', 'latitude'],
      ['a', 4, null, -5, 34],
      ['b', null, 'B', -5, 34],
    ])
  })
})

describe('a file that would do harm', () => {
  it('with macros is refused, by its name and by its parts', async () => {
    const part = [{ name: 'xl/vbaProject.bin', data: 'x' }]
    expect(await codeOf(aPackage(workbookParts(SAFE, part)))).toBe('import.macros')
    expect(await codeOf(aPackage(workbookParts(SAFE)), 'parc.xlsm')).toBe('import.macros')
    expect(await codeOf(aPackage(workbookParts(SAFE)))).toBe('read')
  })

  it('with links to other files is refused', async () => {
    for (const name of ['xl/externalLinks/externalLink1.xml', 'xl/connections.xml']) {
      expect(await codeOf(aPackage(workbookParts(SAFE, [{ name, data: '<x/>' }])))).toBe('import.external-links')
    }
  })

  it('that unpacks to more than it may is refused by what comes out, whatever it claims', async () => {
    const zeros = Buffer.alloc(120 * 1024 * 1024, 0x20)
    const bomb = aPackage(workbookParts(SAFE, [{ name: 'xl/media/image1.png', data: zeros }]))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await codeOf(bomb)).toBe('import.bomb')
    const lying = aPackage(workbookParts(SAFE, [{ name: 'xl/media/image1.png', data: zeros, claims: 100 }]))
    expect(await codeOf(lying)).toBe('import.bomb')
    const claiming = aPackage(workbookParts(SAFE, [{ name: 'xl/media/image1.png', data: 'x', claims: 0xfffffff0 }]))
    expect(await codeOf(claiming)).toBe('import.bomb')
    const dense = aPackage(workbookParts(SAFE, [{ name: 'xl/sharedStrings.xml', data: zeros.subarray(0, 30_000_000) }]))
    expect(await codeOf(dense)).toBe('import.bomb')
  })

  it('whose contents can be read in two ways is refused', async () => {
    const good = aPackage(workbookParts(SAFE))
    expect(await codeOf(Buffer.concat([good, Buffer.from('trailing')]))).toBe('import.unreadable')
    expect(await codeOf(Buffer.concat([good.subarray(0, 40), good]))).toBe('import.unreadable')
  })

  it('that defines entities is refused before they are expanded', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`
    expect(await codeOf(aPackage(workbookParts(rowMarkup(1, ['&b;']), [], laughs)))).toBe('import.unsafe-xml')
    const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`
    expect(await codeOf(aPackage(workbookParts(rowMarkup(1, ['&a;']), [], outside)))).toBe('import.unsafe-xml')
    const wide = Buffer.from(`\ufeff${outside}<x/>`, 'utf16le')
    expect(await codeOf(aPackage(workbookParts(SAFE, [{ name: 'xl/theme/theme1.xml', data: wide }])))).toBe(
      'import.unsafe-xml',
    )
  })

  it('that takes the memory or the time of its thread ends the thread alone', async () => {
    const rows = Array.from({ length: 15_000 }, (_, i) =>
      rowMarkup(i + 1, ['Plateau', String(i * 7919), 'x', 'y', 'z']),
    )
    const large = aPackage(workbookParts(rows.join('')))
    for (const [limits, code] of [
      [{ heapMegabytes: 24 }, 'import.too-heavy'],
      [{ milliseconds: 300 }, 'import.too-slow'],
    ] as const) {
      const small = new Workshop(limits)
      await expect(small.read(large, 'a.xlsx')).rejects.toMatchObject({ code, statusCode: 422 })
      // The thread is gone and its place is free.
      await expect(small.read(Buffer.from('{'), 'a.json')).rejects.toMatchObject({ code: 'import.unreadable' })
    }
    expect(await codeOf(large)).toBe('read')
  })

  it('with too many rows, columns or cells is refused', async () => {
    expect(await codeOf('a;b\n'.repeat(20_002), 'a.csv')).toBe('import.too-many-rows')
    expect(await codeOf(`${';'.repeat(201)}x`, 'a.csv')).toBe('import.too-many-columns')
    expect(await codeOf(`${'1;'.repeat(150)}\n`.repeat(3500), 'a.csv')).toBe('import.too-many-cells')
    const far = aPackage(workbookParts('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))
    expect(await codeOf(far)).toBe('import.too-many-rows')
  })

  it.each<[string, Buffer | string, string, string]>([
    ['a workbook called text', aPackage(workbookParts(SAFE)), 'parc.csv', 'import.type'],
    ['text called a workbook', 'a;b', 'parc.xlsx', 'import.type'],
    ['a package that is no workbook', aPackage([{ name: 'a.txt', data: 'x' }]), 'parc.xlsx', 'import.type'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'parc.xls', 'import.old-format'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'parc.csv', 'import.type'],
    ['a program', Buffer.from('7f454c4602010100', 'hex'), 'parc.csv', 'import.type'],
    ['a file without a name', 'a;b', '', 'import.type'],
    ['nothing', '', 'parc.csv', 'import.empty'],
    ['half a workbook', aPackage(workbookParts(SAFE)).subarray(0, 900), 'parc.xlsx', 'import.unreadable'],
    ['torn JSON', '{"type":"FeatureCollection","features":[', 'a.geojson', 'import.unreadable'],
    ['another JSON', '{"a":1}', 'a.json', 'import.unreadable'],
    ['deep JSON', `{"a":${'['.repeat(5_000_000)}`, 'a.json', 'import.unreadable'],
    ['a name that is a property of objects', '{"a":1}', 'a.constructor', 'import.type'],
  ])('that is %s is refused by its reason', async (_, bytes, name, code) => {
    expect(await codeOf(bytes, name)).toBe(code)
  })
})

describe('a file handed back', () => {
  it('is the same with a column of remarks', async () => {
    const notes = {
      heads: [{ sheet: 0, row: 0, column: 2 }],
      head: 'Remarques',
      remarks: [{ sheet: 0, row: 1, columns: [1], text: 'trop' }],
      edits: [{ sheet: 0, row: 1, column: 0, value: 'A-9' }],
    }
    const rows = [
      ['Plateau', 'Sièges'],
      ['A-1', 'beaucoup'],
      ['A-2', '=2+3'],
    ]
    const files: [FileType, string, Buffer][] = [
      ['xlsx', 'a.xlsx', await aWorkbook(rows)],
      ['csv', 'a.csv', Buffer.from(rows.map((row) => row.join(';')).join('\n'))],
    ]
    for (const [type, name, bytes] of files) {
      const annotated = await workshop.annotate(bytes, type, notes)
      expect((await read(Buffer.from(annotated), name)).sheets[0]?.rows).toEqual([
        ['Plateau', 'Sièges', 'Remarques'],
        ['A-9', 'beaucoup', 'trop'],
        ['A-2', type === 'csv' ? "'=2+3" : '=2+3'],
      ])
    }
  })
})
