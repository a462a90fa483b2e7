import type { RfiField } from './field.ts'

/** The catalogue’s distances are great circles: whoever asks for the road or the time asks for something else. */
const BY_ROAD = [
  ...['road', 'drive', 'driving', 'minute', 'minutes', 'min', 'time', 'hours', 'travel', 'by'],
  ...['route', 'routiere', 'temps', 'trajet', 'duree', 'voiture', 'taxi'],
  ...['طريق', 'بالطريق', 'دقيقه', 'دقائق', 'مده', 'زمن', 'سياره'],
]

export const ACCESS_FIELDS: readonly RfiField[] = [
  {
    key: 'zone.airportKm',
    dimension: 'distance',
    unit: 'km',
    words: { fr: 'Distance à l’aéroport', ar: 'المسافة إلى المطار', en: 'Distance to airport' },
    also: [
      ...['Distance de l’aéroport', 'Distance à l’aéroport le plus proche', 'Distance de l’aéroport le plus proche'],
      ...[
        'Distance to nearest airport',
        'Distance to closest airport',
        'Distance to international airport',
        'Airport distance',
      ],
      ...['البعد عن المطار', 'المسافة إلى أقرب مطار', 'البعد عن أقرب مطار', 'المسافة عن المطار'],
    ],
    withUnit: ['Airport', 'Nearest airport', 'Aéroport', 'Aéroport le plus proche', 'المطار', 'أقرب مطار'],
    not: BY_ROAD,
  },
  {
    key: 'airport.name',
    dimension: 'text',
    unit: null,
    isLocalised: true,
    words: { fr: 'Aéroport le plus proche', ar: 'أقرب مطار', en: 'Nearest airport' },
    also: [
      'Aéroport',
      'Nom de l’aéroport',
      'Airport',
      'Airport name',
      'Name of nearest airport',
      'Closest airport',
      'المطار',
      'اسم المطار',
    ],
  },
  {
    key: 'airport.iata',
    dimension: 'text',
    unit: null,
    words: { fr: 'Code IATA de l’aéroport', ar: 'رمز IATA للمطار', en: 'Airport IATA code' },
    also: ['Code IATA', 'Code aéroport', 'IATA code', 'Airport code', 'IATA', 'رمز المطار'],
  },
  {
    key: 'airport.passengers2024',
    dimension: 'count',
    unit: null,
    words: {
      fr: 'Passagers de l’aéroport en 2024',
      ar: 'عدد مسافري المطار سنة 2024',
      en: 'Airport passengers in 2024',
    },
    also: [
      'Passagers 2024',
      'Trafic passagers 2024',
      'Airport passengers 2024',
      'Passenger traffic 2024',
      'Passengers 2024',
    ],
  },
  {
    key: 'zone.railStationKm',
    dimension: 'distance',
    unit: 'km',
    words: { fr: 'Distance à la gare', ar: 'المسافة إلى محطة القطار', en: 'Distance to railway station' },
    also: [
      ...[
        'Distance de la gare',
        'Distance à la gare la plus proche',
        'Distance à la gare ferroviaire',
        'Distance au rail',
      ],
      ...[
        'Distance to rail',
        'Distance to rail station',
        'Distance to train station',
        'Distance to nearest rail station',
      ],
      ...[
        'Distance to nearest railway station',
        'Distance to nearest train station',
        'المسافة إلى أقرب محطة قطار',
        'البعد عن محطة القطار',
      ],
    ],
    withUnit: [
      'Gare',
      'Gare la plus proche',
      'Railway station',
      'Rail station',
      'Train station',
      'Nearest train station',
      'محطة القطار',
    ],
    not: [...BY_ROAD, 'tgv', 'lgv', 'hsr'],
  },
  {
    key: 'rail.name',
    dimension: 'text',
    unit: null,
    isLocalised: true,
    words: { fr: 'Gare la plus proche', ar: 'أقرب محطة قطار', en: 'Nearest railway station' },
    also: [
      'Gare',
      'Nom de la gare',
      'Railway station',
      'Rail station',
      'Nearest rail station',
      'Nearest train station',
      'محطة القطار',
    ],
  },
  {
    key: 'zone.hsrStationKm',
    dimension: 'distance',
    unit: 'km',
    words: {
      fr: 'Distance à la gare TGV',
      ar: 'المسافة إلى محطة القطار فائق السرعة',
      en: 'Distance to high-speed rail station',
    },
    also: [
      ...[
        'Distance à la gare LGV',
        'Distance à la gare à grande vitesse',
        'Distance à la gare Al Boraq',
        'Distance de la gare TGV',
      ],
      ...['Distance to high-speed rail', 'Distance to HSR station', 'Distance to nearest high-speed rail station'],
      ...['البعد عن محطة البراق', 'المسافة إلى محطة البراق'],
    ],
    withUnit: ['Gare TGV', 'Gare LGV', 'High-speed rail station', 'High-speed rail', 'محطة البراق'],
    not: BY_ROAD,
  },
  {
    key: 'hsr.name',
    dimension: 'text',
    unit: null,
    isLocalised: true,
    words: { fr: 'Gare TGV la plus proche', ar: 'أقرب محطة للقطار فائق السرعة', en: 'Nearest high-speed rail station' },
    also: ['Gare TGV', 'Gare LGV', 'High-speed rail station', 'HSR station', 'محطة البراق', 'أقرب محطة للبراق'],
  },
]
