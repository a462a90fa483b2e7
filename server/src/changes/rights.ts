import type { Action, CollectionId, Place } from '@tvl/model'
import { type Author, SYSTEM } from '../storage/commit.ts'
import { type Draft, isUnchanged } from './draft.ts'
import { differing } from './same.ts'
import type { View } from './view.ts'

/** Whether the writer may do this there, and in whose name. @throws ProblemError when not */
export type Permit = (action: Action, place: Place) => Author

const ACTION_OF: Partial<Record<CollectionId, Action>> = {
  offices: 'change-inventory',
  buildings: 'change-inventory',
  zones: 'change-zone',
}

const INVENTORY: ReadonlySet<CollectionId> = new Set(['offices', 'buildings'])

/** What says which zone it is and what the law gives there: no statement of its operator. */
const REFERENCE_OF_ZONE = new Set([
  'kind',
  'techValleyStatus',
  'isP2iOffshoring',
  'operatorId',
  'regionId',
  'provinceId',
  'irCapPct',
  'territorialPremium',
  'territorialPremiumPct',
])

/**
 * Asks for every right that a draft needs: where the record lies and where it would lie.
 * @returns in whose name it is done; the system's where there is nothing to be done
 */
export function permitDraft(draft: Draft, view: View, permit: Permit): Author {
  const { collection, before, after } = draft
  const action = actionOf(draft)
  // A site without a zone lies nowhere and is refused by its shape; who has sent it is told that, not that it is theirs.
  const isPlaced = !before || !INVENTORY.has(collection) || typeof after?.properties.zoneId === 'string'
  const states = [before, isPlaced ? after : null].flatMap((content) => (content ? [content] : []))
  const places = states.map((content) => view.placeOf(draft, content))
  // Which buildings a zone has, and in which zone a building lies, is for those who have a right in the zone.
  const isOfZone = collection === 'buildings' && (states.length < 2 || places[0]?.zoneId !== places[1]?.zoneId)
  const asked = isOfZone ? places.map((place) => ({ ...place, buildingId: null })) : places
  const authors = asked.map((place) => permit(action, place))
  return authors[0] ?? SYSTEM
}

function actionOf(draft: Draft): Action {
  const { collection, before, after, verifies } = draft
  const action = ACTION_OF[collection] ?? 'change-reference'
  const changed = before && after ? differing(before.properties, after.properties) : []
  if (collection === 'zones' && (!before || !after || changed.some((field) => REFERENCE_OF_ZONE.has(field)))) {
    return 'change-reference'
  }
  return verifies.size > 0 && isUnchanged(draft) ? 'verify' : action
}
