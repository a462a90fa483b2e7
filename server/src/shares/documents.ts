import type { Brand, FrozenShortlist, Language } from '@tvl/model'
import type { FastifyReply } from 'fastify'
import type { DossierBrand } from '../dossier/brand.ts'
import type { DossierPress } from '../dossier/dossier-press.ts'
import { dossierCsv } from '../dossier-files/csv.ts'
import { dossierGeojson } from '../dossier-files/geojson.ts'
import { dossierWorkbook } from '../dossier-files/workbook.ts'
import type { FrozenBrand } from '../shortlists/freezes.ts'

export const DOCUMENT_FORMATS = ['pdf', 'xlsx', 'csv', 'geojson'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

const TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
}

/** What a document is made of. */
export interface DocumentOrder extends FrozenBrand {
  frozen: FrozenShortlist
  hash: string
  language: Language
}

/** A brand as documents are set in it. */
export function dossierBrand({ names, primary, accent, contact }: Brand, mark: Buffer | null): DossierBrand {
  return { nameFr: names.fr, nameAr: names.ar, nameEn: names.en, primary, accent, contact, mark }
}

/**
 * Sends what was frozen as a file, named by the first digits of its hash.
 * @throws ProblemError `dossier.busy` or `dossier.too-slow`
 */
export async function sendDocument(
  reply: FastifyReply,
  press: DossierPress,
  format: DocumentFormat,
  order: DocumentOrder,
): Promise<FastifyReply> {
  const { hash, language } = order
  const body = await bodyOf(press, format, order)
  return reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename="dossier-${hash.slice(0, 8)}-${language}.${format}"`)
    .header('content-language', language)
    .send(body)
}

function bodyOf(press: DossierPress, format: DocumentFormat, order: DocumentOrder): Promise<Buffer> | string {
  const { frozen, hash, language, brand, mark } = order
  if (format === 'pdf') return press.pdf({ frozen, hash, language, brand: dossierBrand(brand, mark) })
  const question = { frozen, hash, issuer: brand.names[language], language }
  if (format === 'xlsx') return dossierWorkbook(question)
  return format === 'csv' ? dossierCsv(question) : JSON.stringify(dossierGeojson(question))
}
