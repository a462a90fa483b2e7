import type { Language } from '@tvl/model'
import type { LocalText } from './collections.ts'
import type { ZoneFunction } from './engine/zone-functions.ts'

interface FunctionInfo {
  readonly name: ZoneFunction
  readonly description: LocalText
  readonly arguments: readonly {
    readonly title: string
    readonly type: 'string' | 'number'
    readonly description: LocalText
  }[]
}

const OFFICE_FILTER = {
  title: 'officeFilter',
  type: 'string',
  description: {
    fr: 'Filtre CQL2 sur la collection `offices`, en texte fixe (apostrophes doublées).',
    ar: 'مرشح CQL2 على المجموعة `offices`، نص ثابت (مع مضاعفة علامات الاقتباس المفردة).',
    en: 'A CQL2 text filter over the collection `offices`, as fixed text (quotes doubled).',
  },
} as const

/** The functions that `filter` has in the collection `zones`, beside the standard’s. */
export const FUNCTION_INFOS: readonly FunctionInfo[] = [
  {
    name: 'contiguousSeats',
    description: {
      fr: 'Sièges du plus grand ensemble de bureaux voisins d’un même bâtiment qui passent le filtre.',
      ar: 'مقاعد أكبر كتلة من المكاتب المتجاورة في مبنى واحد والتي تجتاز المرشح.',
      en: 'Seats of the largest run of neighbouring offices of one building that pass the filter.',
    },
    arguments: [OFFICE_FILTER],
  },
  {
    name: 'freeSeats',
    description: {
      fr: 'Sièges de tous les bureaux de la zone qui passent le filtre.',
      ar: 'مقاعد جميع مكاتب المنطقة التي تجتاز المرشح.',
      en: 'Seats of all offices of the zone that pass the filter.',
    },
    arguments: [OFFICE_FILTER],
  },
  {
    name: 'contiguousAreaM2',
    description: {
      fr: 'Surface en m² du plus grand ensemble de bureaux voisins qui passent le filtre, parmi ceux qui ont au moins `minSeats` sièges.',
      ar: 'مساحة أكبر كتلة من المكاتب المتجاورة (م²) التي تجتاز المرشح، من بين الكتل التي لا تقل عن `minSeats` مقعداً.',
      en: 'Area in m² of the largest run of neighbouring offices that pass the filter, among runs of at least `minSeats` seats.',
    },
    arguments: [
      OFFICE_FILTER,
      {
        title: 'minSeats',
        type: 'number',
        description: {
          fr: 'Facultatif, 0 par défaut : sièges que l’ensemble doit avoir.',
          ar: 'اختياري، القيمة الافتراضية 0: عدد المقاعد الأدنى للكتلة.',
          en: 'Optional, 0 by default: seats that the run must have.',
        },
      },
    ],
  },
  {
    name: 'freeAreaM2',
    description: {
      fr: 'Surface en m² de tous les bureaux de la zone qui passent le filtre.',
      ar: 'مساحة جميع مكاتب المنطقة التي تجتاز المرشح (م²).',
      en: 'Area in m² of all offices of the zone that pass the filter.',
    },
    arguments: [OFFICE_FILTER],
  },
]

/** The functions resource of OGC API – Features – Part 3 (19-079r2, 9). */
export function functionsDocument(language: Language) {
  return {
    functions: FUNCTION_INFOS.map(({ name, description, arguments: args }) => ({
      name,
      description: `${description[language]} (zones)`,
      arguments: args.map((argument) => ({
        title: argument.title,
        description: argument.description[language],
        type: [argument.type],
      })),
      returns: ['number'],
    })),
  }
}
