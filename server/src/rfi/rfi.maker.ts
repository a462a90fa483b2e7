import { randomUUID } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import type { Kysely } from 'kysely'
import { issueToken } from '../identity/tokens.ts'
import type { Database } from '../storage/database.ts'
import type { Answer, Headers, Writers } from '../testing/writers.ts'
import type { RfiAnswerShape } from './shapes.ts'

const ONE_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** An officer of an organisation: a real token. */
export async function officerOf(db: Kysely<Database>, organisationId: string, region = 'MA-03'): Promise<Headers> {
  const grant = { role: 'officer', organisationId, territory: { kind: 'region', id: region } } as const
  const at = new Date('2026-11-23T09:00:00Z')
  const { secret } = await issueToken(db, { name: randomUUID(), grant, at, expiresAt: null, createdBy: null })
  return { authorization: `Bearer ${secret}` }
}

export type Sent = Omit<Answer, 'body'> & { body: RfiAnswerShape & { code?: string } }

/** Sends a questionnaire as a page would. */
export async function sendRfi(
  { url }: Pick<Writers, 'url'>,
  bytes: Uint8Array,
  headers: Headers,
  { name = 'questions.xlsx', zones = 'fes-shore', lang = 'fr', enquiry = '' } = {},
): Promise<Sent> {
  const query = new URLSearchParams({ name, zones, lang, ...(enquiry ? { enquiry } : {}) })
  const answer = await fetch(`${url}/api/rfi?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body: new Uint8Array(bytes),
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Sent['body'] }
}

export async function workbookOf({ url }: Pick<Writers, 'url'>, id: string, headers: Headers): Promise<Buffer> {
  const answer = await fetch(`${url}/api/rfi/${id}/workbook`, { headers })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return Buffer.from(await answer.arrayBuffer())
}

export async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return workbook
}

/** Parts of a package by their names, unpacked by nothing of the product’s own. */
export function unpacked(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'))
  let at = bytes.readUInt32LE(end + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString()
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + packed)
    if (!name.endsWith('/')) parts.set(name, method === 0 ? data : inflateRawSync(data))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

const FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } as const

/**
 * A consultant’s workbook in French: titles, a table of questions under a head with a column of units, styled cells,
 * formulas, formats, merged cells, rules of formatting, lists of choices, names, a picture, notes, a hidden sheet.
 */
export async function frenchRfi(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Site')
  sheet.mergeCells('A1:D1')
  sheet.getCell('A1').value = 'Questionnaire de sélection de site'
  sheet.getCell('A1').font = { bold: true, size: 16 }
  const head = sheet.getRow(3)
  head.values = ['N°', 'Question', 'Unité', 'Réponse', 'Commentaire']
  head.font = { bold: true }
  const rows: [string, string, string, string?][] = [
    ['1.1', 'Nom du site', ''],
    ['1.2', 'Région', ''],
    ['1.3', 'Superficie du site', 'ha'],
    ['1.4', 'Bureaux construits', 'm²'],
    ['1.5', 'Surface totale de bureaux prévue', 'm²'],
    ['1.6', 'Loyer', 'EUR/m²/an', '#,##0.00'],
    ['1.7', 'Taux d’occupation', '%', '0.0%'],
    ['1.8', 'Charges locatives', 'MAD/m²/mois'],
    ['1.9', 'Nombre d’entreprises', ''],
    ['1.10', 'Taux de chômage', '%'],
    ['1.11', 'Distance à l’aéroport', 'km'],
    ['1.12', 'Distance à l’aéroport par la route', 'km'],
    ['1.13', 'Certification LEED du bâtiment', ''],
    ['1.14', 'Première disponibilité', '', 'dd/mm/yyyy'],
    ['1.15', 'Exploitant', ''],
  ]
  rows.forEach(([number, question, unit, format], i) => {
    const row = sheet.getRow(4 + i)
    row.values = [number, question, unit]
    const answer = row.getCell(4)
    answer.fill = FILL
    answer.border = { bottom: { style: 'thin' } }
    if (format) answer.numFmt = format
  })
  sheet.getCell('D18').value = 'Rempli par le consultant'
  sheet.getCell('B20').value = 'Bureaux restants'
  sheet.getCell('D20').value = { formula: 'D8-D7', result: 0 }
  sheet.getCell('D20').numFmt = '#,##0'
  sheet.mergeCells('B22:D22')
  sheet.getCell('B22').value = 'Fin de la partie 1'
  sheet.getCell('B4').note = 'Tel qu’il est commercialisé'
  sheet.addConditionalFormatting({
    ref: 'D4:D18',
    rules: [
      {
        type: 'containsText',
        operator: 'containsBlanks',
        priority: 1,
        style: { font: { color: { argb: 'FFFF0000' } } },
      },
    ],
  } as ExcelJS.ConditionalFormattingOptions)
  sheet.getCell('D5').dataValidation = { type: 'list', allowBlank: true, formulae: ['"Fès-Meknès,Casablanca-Settat"'] }
  const image = workbook.addImage({ base64: ONE_PIXEL, extension: 'png' })
  sheet.addImage(image, 'F1:G3')
  workbook.definedNames.add('Site!$D$6', 'Superficie')
  const sums = workbook.addWorksheet('Synthèse')
  sums.getCell('A1').value = 'Superficie en m²'
  sums.getCell('B1').value = { formula: 'Superficie*10000', result: 0 }
  sums.getCell('A2').value = 'Constante'
  sums.getCell('B2').value = 42
  const lists = workbook.addWorksheet('Listes', { state: 'hidden' })
  lists.getCell('A1').value = 'Nom du site'
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** In Arabic, right to left, without a head: labels and empty cells beside them. */
export async function arabicRfi(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('الموقع', { views: [{ rightToLeft: true }] })
  sheet.mergeCells('A1:C1')
  sheet.getCell('A1').value = 'استمارة المعلومات'
  const labels = [
    'اسم الموقع',
    'الجهة',
    'المدينة',
    'الكراء (درهم/م²/شهر)',
    'المسافة إلى المطار (كلم)',
    'معدل البطالة (%)',
    'لون الواجهة',
  ]
  labels.forEach((label, i) => {
    sheet.getCell(i + 2, 1).value = label
    sheet.getCell(i + 2, 1).font = { name: 'Arial', size: 12 }
    sheet.getCell(i + 2, 2).fill = FILL
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** In English, a column a site. */
export async function englishRfi(sites: readonly string[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Comparison')
  sheet.addRow(['Site selection data'])
  sheet.addRow([])
  sheet.addRow(['Criteria', ...sites])
  const labels = [
    ...['Site name', 'Total acreage', 'Built office space (sq ft)', 'Rent (USD per sq ft per year)'],
    ...[
      'Distance to nearest airport (miles)',
      'Nearest airport',
      'Population of region (thousands)',
      'Income tax cap (%)',
    ],
  ]
  for (const label of labels) sheet.addRow([label])
  const last = sheet.rowCount
  sheet.addRow(['Largest', ...sites.map((_, i) => ({ formula: `MAX(${'BCDE'[i]}5:${'BCDE'[i]}5)`, result: 7 }))])
  sheet.getColumn(2).width = 30
  for (let row = 4; row <= last; row++) sheet.getCell(row, 2).border = { top: { style: 'thin' } }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
