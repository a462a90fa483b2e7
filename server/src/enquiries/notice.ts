import { createHash } from 'node:crypto'
import type { EnquiryNotice } from '@tvl/model'
import type { Settings } from '../settings.ts'

/** Of the words around the data in the pages: changed with them, so that every consent says to what it was given. */
const WORDS_VERSION = '2026-11'
export const SPAM_DAYS = 30
/** In a demonstration everybody can be an officer: what was typed there does not stay. */
export const DEMO_HOURS = 24

export type NoticeSettings = Pick<Settings, 'catalogue' | 'enquiries'>

/** What is said to a person before they send anything. */
export function noticeOf({ catalogue, enquiries }: NoticeSettings): EnquiryNotice {
  const said = {
    controller: enquiries.controller,
    contact: enquiries.contact,
    cndpReference: enquiries.cndpReference,
    retentionMonths: enquiries.retentionMonths,
    spamDays: SPAM_DAYS,
    answerHours: enquiries.answerHours,
    demoHours: catalogue === 'demo' ? DEMO_HOURS : null,
  }
  const mark = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12)
  return { version: `${WORDS_VERSION}.${mark}`, ...said }
}
