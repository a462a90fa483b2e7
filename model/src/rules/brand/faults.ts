import type { BrandBody, BrandFault, BrandField } from '../../schema/brand.ts'
import { BRAND_LONGEST } from './limits.ts'

/** Line breaks, controls, and the signs by which text pretends to run another way than it does. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const SAYS_SOMETHING = /[\p{L}\p{N}]/u
const COLOUR = /^#[0-9a-f]{6}$/
const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/
const PHONE = /^\+?[\d ().-]+$/
const LEAST_DIGITS = 6
const WEB = /^https?:\/\/([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d{1,5})?([/?#][^\s<>"'`\\]*)?$/iu
const SCHEME = /^[a-z][a-z\d+.-]*:/i

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')
const orNull = (text: string | null): string | null => (text === null ? null : oneLine(text) || null)

/** As it is kept: without spaces around, colours in small letters, empty lines left out, `www.cri.ma` as an address. */
export function tidyBrand({ names, primary, accent, contact }: BrandBody): BrandBody {
  const web = orNull(contact.web)
  return {
    names: { fr: oneLine(names.fr), ar: oneLine(names.ar), en: oneLine(names.en) },
    primary: primary.trim().toLowerCase(),
    accent: accent.trim().toLowerCase(),
    contact: {
      email: orNull(contact.email),
      phone: orNull(contact.phone),
      address: orNull(contact.address),
      web: web === null || SCHEME.test(web) ? web : `https://${web}`,
    },
  }
}

/** All that is wrong with a tidied brand but for the contrast of its colours; a fault a field, none when it may be kept. */
export function faultsOfBrand({ names, primary, accent, contact }: BrandBody): BrandFault[] {
  const { name, email, phone, address, web } = BRAND_LONGEST
  const isPhone = (text: string) => PHONE.test(text) && text.replace(/\D/g, '').length >= LEAST_DIGITS
  return [
    ...textFaults('names.fr', names.fr, name, SAYS_SOMETHING, true),
    ...textFaults('names.ar', names.ar, name, SAYS_SOMETHING, true),
    ...textFaults('names.en', names.en, name, SAYS_SOMETHING, true),
    ...textFaults('primary', primary, 7, COLOUR, true),
    ...textFaults('accent', accent, 7, COLOUR, true),
    ...textFaults('contact.email', contact.email, email, EMAIL),
    ...textFaults('contact.phone', contact.phone, phone, { test: isPhone }),
    ...textFaults('contact.address', contact.address, address, SAYS_SOMETHING),
    ...textFaults('contact.web', contact.web, web, WEB),
  ]
}

function textFaults(
  field: BrandField,
  text: string | null,
  longest: number,
  form: Pick<RegExp, 'test'>,
  isNeeded = false,
): BrandFault[] {
  if (text === null || text === '') return isNeeded ? [{ field, code: 'missing' }] : []
  if (text.length > longest) return [{ field, code: 'too-long' }]
  if (UNSEEN.test(text)) return [{ field, code: 'characters' }]
  return form.test(text) ? [] : [{ field, code: 'form' }]
}
