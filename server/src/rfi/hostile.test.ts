import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPackage, aWorkbook, rowMarkup, workbookParts } from '../testing/files.ts'
import { type Headers, type Writers, writers } from '../testing/writers.ts'
import { arabicRfi, officerOf, sendRfi } from './rfi.maker.ts'

let server: Writers
let officer: Headers
beforeAll(async () => {
  server = await writers()
  officer = await officerOf(server.db, 'cri-fes-meknes')
})
afterAll(() => server.close())

const QUESTION = rowMarkup(1, ['Site name'])
const refusal = async (bytes: Buffer, more: Parameters<typeof sendRfi>[3] = {}) => {
  const { status, body } = await sendRfi(server, bytes, officer, more)
  return [status, body.code]
}

describe('a workbook that is no questionnaire', () => {
  it.each<[string, number, string, () => Buffer | Promise<Buffer>, object?]>([
    ['with macros by its name', 422, 'import.macros', arabicRfi, { name: 'rfi.xlsm' }],
    [
      'with macros in it',
      422,
      'import.macros',
      () => aPackage(workbookParts(QUESTION, [{ name: 'xl/vbaProject.bin', data: 'x' }])),
    ],
    ['that is separated text', 415, 'import.type', () => Buffer.from('Site name;\n'), { name: 'rfi.csv' }],
    ['that is no package', 415, 'import.type', () => Buffer.from('<html>'), {}],
    ['that is empty', 422, 'import.empty', () => Buffer.alloc(0), {}],
    [
      'that swells',
      422,
      'import.bomb',
      () => aPackage(workbookParts(QUESTION, [{ name: 'xl/media/image1.png', data: Buffer.alloc(130 * 1024 * 1024) }])),
    ],
    [
      'that lies about its size',
      422,
      'import.bomb',
      () =>
        aPackage(
          workbookParts(QUESTION, [{ name: 'xl/media/image1.png', data: Buffer.alloc(30 * 1024 * 1024), claims: 10 }]),
        ),
    ],
    [
      'of a million cells',
      422,
      'import.too-many-cells',
      () =>
        aPackage(
          workbookParts(
            `<row r="1">${Array.from({ length: 1_000_000 }, (_, i) => `<c r="A1"><v>${(i * 7919) % 1_000_003}</v></c>`).join('')}</row>`,
          ),
        ),
    ],
    [
      'of more cells than a questionnaire has',
      422,
      'import.too-many-cells',
      () =>
        aPackage(
          workbookParts(
            Array.from(
              { length: 1100 },
              (_, row) => `<row r="${row + 1}">${Array.from({ length: 100 }, () => '<c><v>1</v></c>').join('')}</row>`,
            ).join(''),
          ),
        ),
    ],
    [
      'that reads another file',
      422,
      'import.external-links',
      () =>
        aPackage(workbookParts(QUESTION, [{ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }])),
    ],
    [
      'whose markup defines entities',
      422,
      'import.unsafe-xml',
      () =>
        aPackage(
          workbookParts(QUESTION, [], '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        ),
    ],
    ['whose markup is broken', 422, 'import.unreadable', () => aPackage(workbookParts('<row r="1"><c r="A1"></row>'))],
    [
      'whose cells say another row than their row',
      422,
      'import.unreadable',
      () => aPackage(workbookParts(rowMarkup(2, ['Site name']).replace('<row r="2">', '<row r="1">'))),
    ],
    ['that asks nothing', 422, 'rfi.no-questions', () => aWorkbook([['Bonjour', 'tout', 'le', 'monde']])],
  ])('%s is refused', async (_, status, code, make, more) => {
    expect(await refusal(await make(), more)).toEqual([status, code])
  })

  it('is refused for zones that are not there, none, or too many', async () => {
    const bytes = await arabicRfi()
    for (const zones of ['', 'atlantis', Array.from({ length: 13 }, (_, i) => `zone-${i}`).join(',')]) {
      expect(await refusal(bytes, { zones })).toEqual([422, 'rfi.zones'])
    }
  })

  it('leaves the server as it was', async () => {
    expect((await server.send('GET', '/api/rfi', undefined, officer)).body.requests).toEqual([])
    expect((await sendRfi(server, await arabicRfi(), officer)).status).toBe(201)
  })
})
