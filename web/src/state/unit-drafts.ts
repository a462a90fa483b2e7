import { delMany, keys } from 'idb-keyval'

/** Under which what a person is typing of a unit lies in the tab, and its pictures in this browser's own database. */
const TYPED = 'tvl.unit.'
const PICTURES = 'tvl.photos.'

const draftId = (personId: string, unitId: string) => `${personId}.${unitId}`
export const typedKey = (personId: string, unitId: string): string => TYPED + draftId(personId, unitId)
export const picturesKey = (personId: string, unitId: string): string => PICTURES + draftId(personId, unitId)

const typedBy = (personId: string): string[] =>
  Object.keys(sessionStorage).filter((key) => key.startsWith(typedKey(personId, '')))

/** A browser that keeps nothing has no pictures to find. */
const picturesBy = async (personId: string): Promise<string[]> =>
  (await keys<string>().catch(() => [])).filter((key) => key.startsWith(picturesKey(personId, '')))

/** Units of which a person has something on this device that was not published. */
export async function countUnitDrafts(personId: string): Promise<number> {
  const typed = typedBy(personId).map((key) => key.slice(TYPED.length))
  const pictured = (await picturesBy(personId)).map((key) => key.slice(PICTURES.length))
  return new Set([...typed, ...pictured]).size
}

/** Takes them off this device, at sign-out once their person has agreed. */
export async function clearUnitDrafts(personId: string): Promise<void> {
  for (const key of typedBy(personId)) sessionStorage.removeItem(key)
  const pictures = await picturesBy(personId)
  if (pictures.length > 0) await delMany(pictures)
}
