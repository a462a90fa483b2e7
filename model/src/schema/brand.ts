import { type Static, Type } from 'typebox'
import { BRAND_LONGEST } from '../rules/brand/limits.ts'
import { Known } from './common.ts'

const text = (maxLength: number, description?: string) =>
  Type.String({ maxLength, ...(description ? { description } : {}) })

export const Colour = Type.String({ pattern: '^#[0-9a-fA-F]{6}$', description: '#rrggbb, sRGB' })

export const BrandNames = Type.Object(
  { fr: text(BRAND_LONGEST.name), ar: text(BRAND_LONGEST.name), en: text(BRAND_LONGEST.name) },
  { additionalProperties: false, description: 'in whose name dossiers are issued' },
)

/** How a reader of a dossier reaches the organisation: each line only where there is one. */
export const BrandContact = Type.Object(
  {
    email: Known(text(BRAND_LONGEST.email)),
    phone: Known(text(BRAND_LONGEST.phone)),
    address: Known(text(BRAND_LONGEST.address, 'one line')),
    web: Known(text(BRAND_LONGEST.web)),
  },
  { additionalProperties: false },
)
export type BrandContact = Static<typeof BrandContact>

/** What an organisation says of itself; its mark is sent apart. */
export const BrandBody = Type.Object(
  {
    names: BrandNames,
    primary: Colour,
    accent: Colour,
    contact: BrandContact,
  },
  { additionalProperties: false },
)
export type BrandBody = Static<typeof BrandBody>

/** How an organisation appears on what it issues. Its colours read as text on paper: others are never kept. */
export const Brand = Type.Object({
  ...BrandBody.properties,
  markId: Known(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the mark at /api/marks/{id}.png' })),
})
export type Brand = Static<typeof Brand>

export const BRAND_COLOURS = ['primary', 'accent'] as const
export type BrandColour = (typeof BRAND_COLOURS)[number]

/** A colour that was moved until it reads, and how it read before and after. */
export const ColourCorrection = Type.Object({
  field: Type.Enum(BRAND_COLOURS),
  from: Colour,
  to: Colour,
  contrast: Type.Object({ from: Type.Number(), to: Type.Number() }, { description: 'lowest ratio on paper' }),
})
export type ColourCorrection = Static<typeof ColourCorrection>

/** A colour that would have to be moved beyond recognition. */
export const ColourRefusal = Type.Object({
  field: Type.Enum(BRAND_COLOURS),
  colour: Colour,
  contrast: Type.Number(),
  nearest: { ...Colour, description: 'the nearest of its hue that reads' },
})
export type ColourRefusal = Static<typeof ColourRefusal>

export const BRAND_FIELDS = [
  'names.fr',
  'names.ar',
  'names.en',
  'primary',
  'accent',
  'contact.email',
  'contact.phone',
  'contact.address',
  'contact.web',
] as const
export type BrandField = (typeof BRAND_FIELDS)[number]

export const BRAND_FAULTS = ['missing', 'too-long', 'characters', 'form'] as const

/** What is wrong with one field. */
export const BrandFault = Type.Object({ field: Type.Enum(BRAND_FIELDS), code: Type.Enum(BRAND_FAULTS) })
export type BrandFault = Static<typeof BrandFault>

export const BrandAnswer = Type.Object({
  organisationId: Type.String(),
  revision: Type.Integer({ description: 'for If-Match; 0: nothing was set, these are the defaults' }),
  brand: Brand,
  updatedAt: Known(Type.String({ format: 'date-time' })),
  expiresAt: Known(
    Type.String({ format: 'date-time', description: 'set with an account of the demonstration: until then' }),
  ),
  lastsHours: Known(
    Type.Integer({ description: 'what is set now is in force this long: a demonstration; null: until it is changed' }),
  ),
  corrections: Type.Array(ColourCorrection, { description: 'colours that this request moved until they read' }),
})
export type BrandAnswer = Static<typeof BrandAnswer>
