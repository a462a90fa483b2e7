import { sql } from 'kysely'

// Word by word as the indexes of migration 0012 have them.

/** The zone a change lies in: what the record says of itself after it, or before it when it is gone. */
export const ZONE_OF_CHANGE = sql`(case collection when 'zones' then feature_id else coalesce(after, before)->'properties'->>'zoneId' end)`

/** The building likewise. */
export const BUILDING_OF_CHANGE = sql`(case collection when 'buildings' then feature_id else coalesce(after, before)->'properties'->>'buildingId' end)`

/** Whether a change took its record out of one of the zones. */
export const leftZone = (zones: readonly string[]) => sql`(operation = 'update'
  and before->'properties'->>'zoneId' <> after->'properties'->>'zoneId'
  and before->'properties'->>'zoneId' = any(${[...zones]}::text[]))`
