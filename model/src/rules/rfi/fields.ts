import type { RfiField } from './field.ts'
import { ACCESS_FIELDS } from './fields-access.ts'
import { MONEY_FIELDS } from './fields-money.ts'
import { PEOPLE_FIELDS } from './fields-people.ts'
import { SITE_FIELDS } from './fields-site.ts'
import { SPACE_FIELDS } from './fields-space.ts'

/** Everything of the catalogue that a questionnaire can be filled with, in the order that choices are offered. */
export const RFI_FIELDS: readonly RfiField[] = [
  ...SITE_FIELDS,
  ...SPACE_FIELDS,
  ...MONEY_FIELDS,
  ...ACCESS_FIELDS,
  ...PEOPLE_FIELDS,
]

export const rfiField = (key: string): RfiField | undefined => RFI_FIELDS.find((field) => field.key === key)
