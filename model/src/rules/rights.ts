/** What a person or a token may be, from the most to the least. */
export const ROLES = ['administrator', 'manager', 'officer', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** Where a right holds: everywhere, or in a region, a zone or a building and what lies in it. */
export type Territory = { kind: 'national' } | { kind: 'region' | 'zone' | 'building'; id: string }

/** A role held for an organisation in a territory. Somebody may hold several. */
export interface Grant {
  role: Role
  organisationId: string
  territory: Territory
}

/** Where the thing lies that an action is about. All null: the country, or what lies nowhere (a rule, a source). */
export interface Place {
  regionId: string | null
  zoneId: string | null
  buildingId: string | null
}

export const NOWHERE: Place = { regionId: null, zoneId: null, buildingId: null }

/** What needs a right. Reading the catalogue needs none. */
export const ACTIONS = [
  /** offices and buildings: create, change, delete, hold, import, undo */
  'change-inventory',
  /** confirm fields unchanged, sample rounds, due lists */
  'verify',
  /** photos and plans */
  'upload-media',
  /** zones: what their operator says of them */
  'change-zone',
  /** regions, provinces, infrastructure, talent, incentives, sources, and which zones there are */
  'change-reference',
  /** the record with its persons, its export, demand seen */
  'read-record',
  /** persons, invitations, grants and tokens */
  'manage-people',
  /** shortlists of the own organisation: order, notes, freeze, links, dossiers */
  'keep-shortlists',
  /** enquiries from the place: read, answer, assign, erase; requests for information */
  'answer-enquiries',
  /** name, mark, colours and contact of the own organisation */
  'change-brand',
] as const
export type Action = (typeof ACTIONS)[number]

const ALLOWED: Readonly<Record<Role, readonly Action[]>> = {
  administrator: ACTIONS,
  manager: ['change-inventory', 'verify', 'upload-media', 'change-zone', 'read-record', 'keep-shortlists'],
  officer: ['read-record', 'keep-shortlists', 'answer-enquiries', 'change-brand'],
  reader: ['read-record'],
}

/** The actions that change something: who may do one of them signs in with a second factor. */
export const WRITING: ReadonlySet<Action> = new Set(ACTIONS.filter((action) => action !== 'read-record'))

/** Whether a territory holds a place. A place with no region is the country: only a national territory holds it. */
export function holds(territory: Territory, place: Place): boolean {
  switch (territory.kind) {
    case 'national':
      return true
    case 'region':
      return place.regionId === territory.id
    case 'zone':
      return place.zoneId === territory.id
    case 'building':
      return place.buildingId === territory.id
  }
}

/**
 * The one place where rights are decided; everything not allowed here is denied. Which zones there are and reference
 * data are for national administrators only, wherever the record lies.
 */
export function may(grants: readonly Grant[], action: Action, place: Place): boolean {
  return grantFor(grants, action, place) !== undefined
}

/** The grant that allows an action in a place: in its name it is done and recorded. Undefined: denied. */
export function grantFor(grants: readonly Grant[], action: Action, place: Place): Grant | undefined {
  return grants.find(
    ({ role, territory }) =>
      ALLOWED[role].includes(action) &&
      holds(territory, place) &&
      (action !== 'change-reference' || territory.kind === 'national'),
  )
}

/** Whether an action is allowed anywhere at all: what a page may offer before it knows the place. */
export function maySomewhere(grants: readonly Grant[], action: Action): boolean {
  return grants.some(
    ({ role, territory }) =>
      ALLOWED[role].includes(action) && (action !== 'change-reference' || territory.kind === 'national'),
  )
}

/**
 * Whether one territory lies within another. `placeOf` says where a region, zone or building lies.
 * A grant may be given only within the giver’s own territory.
 */
export function isWithin(inner: Territory, outer: Territory, placeOf: (territory: Territory) => Place): boolean {
  if (outer.kind === 'national') return true
  return inner.kind !== 'national' && holds(outer, placeOf(inner))
}
