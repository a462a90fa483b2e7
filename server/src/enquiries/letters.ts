import type { Language } from '@tvl/model'
import { acknowledgementLetter, enquiryCameLetter, enquiryOverdueLetter } from '../mail/words/enquiry-letters.ts'
import { organisationName } from '../people/organisations.ts'
import { allPeople } from '../people/people.ts'
import { noticeOf } from './notice.ts'
import type { EnquiryOptions } from './options.ts'
import { type Colleague, tellFirst, tellLater } from './recipients.ts'
import type { KeptEnquiry } from './rows.ts'

/** In a demonstration, where everybody may type any address, no letter leaves the house. */
const isKeptIn = ({ settings }: EnquiryOptions) => settings.catalogue === 'demo'

/** Tells the person that it is received, and those who answer that it is there. */
export async function announce(options: EnquiryOptions, kept: KeptEnquiry): Promise<void> {
  await acknowledge(options, kept)
  await tellOfficers(options, kept)
}

/** Nothing that was typed is in it: with anybody’s address in the form, it carries nobody’s message. */
async function acknowledge(options: EnquiryOptions, kept: KeptEnquiry): Promise<void> {
  const { db, mailer, settings } = options
  const { language, reference, at, dueAt, owner } = kept
  const ownerName = (await organisationName(db, owner))[language]
  const { contact, retentionMonths, demoHours } = noticeOf(settings)
  const letter = acknowledgementLetter(language, {
    ...{ reference, at, dueAt, ownerName, contact, retentionMonths, demoHours },
    sites: siteNames(options, kept.sites, language),
  })
  mailer.send(kept.email, letter, { folder: isKeptIn(options) })
}

/** Who asks and what is not in it either: a letter is kept in more places than an enquiry may be. */
async function tellOfficers(options: EnquiryOptions, kept: KeptEnquiry): Promise<void> {
  const people = tellFirst(await allPeople(options.db), { ...kept, named: kept.routing.named })
  if (people.length === 0) options.log.warn({ enquiry: kept.id }, 'nobody answers enquiries: there is no officer')
  await writeTo(options, people, kept, enquiryCameLetter)
}

export async function tellOverdue(options: EnquiryOptions, kept: KeptEnquiry): Promise<void> {
  await writeTo(options, tellLater(await allPeople(options.db), kept), kept, enquiryOverdueLetter)
}

async function writeTo(
  options: EnquiryOptions,
  people: readonly Colleague[],
  kept: KeptEnquiry,
  letterOf: typeof enquiryCameLetter,
): Promise<void> {
  const owner = await organisationName(options.db, kept.owner)
  for (const { email, language, isDemo } of people) {
    const { reference, at, dueAt } = kept
    const sites = siteNames(options, kept.sites, language)
    const link = `${options.origin()}/agency/enquiries/${kept.id}`
    const letter = letterOf(language, { reference, at, dueAt, sites, ownerName: owner[language], link })
    options.mailer.send(email, letter, { folder: isDemo || isKeptIn(options) })
  }
}

/** What is no longer in the catalogue is left out. */
function siteNames({ snapshot }: EnquiryOptions, ids: readonly string[], language: Language): string[] {
  const zones = snapshot().collection('zones')
  const nameOf = zones.get('name', language)
  return ids.flatMap((id) => {
    const row = zones.rowOf(id)
    return row < 0 ? [] : [String(nameOf(row))]
  })
}
