import type { Language } from '../../schema/common.ts'

/** What a figure measures: decides which units a questionnaire may ask it in. */
export type Dimension =
  | 'text'
  | 'list'
  | 'boolean'
  | 'date'
  | 'year'
  | 'coordinate'
  | 'count'
  | 'percent'
  | 'area'
  | 'distance'
  | 'rent'
  | 'money'
  | 'power'
  | 'hours'

/** Units of the catalogue’s own figures. Dimensions that are not measured have none. */
export type OwnUnit = 'm²' | 'ha' | 'km²' | 'km' | 'MAD/m²/month' | 'MAD' | '%' | 'kVA' | 'h' | null

/** A record of the catalogue, or sums over the records of a zone, that a field is read from. */
export type RfiSource =
  | 'zone'
  | 'region'
  | 'province'
  | 'talent'
  | 'airport'
  | 'hsr'
  | 'rail'
  | 'buildings'
  | 'offers'
  | 'incentives'

/** Something of the catalogue that a consultant’s questionnaire may ask for, and what it is called there. */
export interface RfiField {
  /** `<source>.<property>`; a name in three languages stands without its language: `zone.name`. */
  key: `${RfiSource}.${string}`
  dimension: Dimension
  unit: OwnUnit
  words: Readonly<Record<Language, string>>
  /** Other names for the same thing, in any language. */
  also: readonly string[]
  /** Names that mean it only beside a fitting unit: “airport (km)” asks for its distance, “airport” for its name. */
  withUnit?: readonly string[]
  /** Words that make another question of it: a distance by road is not the great circle. */
  not?: readonly string[]
  /** True: the property has a text for each language. */
  isLocalised?: true
  /** True: the property holds a key, which has words. */
  isCoded?: true
}
