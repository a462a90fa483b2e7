import type { ChangeSet, Photo } from '@tvl/model'
import { sendPicture } from '../api/media.ts'

/** A picture that waits on this device to be sent with the change that names it. */
export interface Picture {
  /** reduced already */
  file: Blob
  kind: Photo['kind']
  /** the office it is of, and the building whose managers may send it */
  officeId: string
  buildingId: string
  words: Pick<Photo, 'altFr' | 'altAr' | 'altEn'>
  /** what the office shows already */
  beside: readonly Photo[]
}

/**
 * Sends the pictures and names them in the change. The server keeps a picture under the hash of its bytes, so sending
 * one again is the same as having sent it. @throws ApiError
 */
export async function withPictures(set: ChangeSet, pictures: readonly Picture[]): Promise<ChangeSet> {
  if (pictures.length === 0) return set
  const photos = new Map<string, Photo[]>()
  for (const { file, kind, officeId, buildingId, words, beside } of pictures) {
    const { id, widthPx, heightPx } = await sendPicture(file, kind, buildingId)
    const own = photos.get(officeId) ?? [...beside]
    if (!own.some((photo) => photo.id === id)) own.push({ id, kind, widthPx, heightPx, ...words })
    photos.set(officeId, own)
  }
  const writes = set.writes.map((write) => {
    const own = write.collection === 'offices' ? photos.get(write.id) : undefined
    if (!own) return write
    return { ...write, patch: { ...write.patch, properties: { ...write.patch?.properties, photos: own } } }
  })
  return { ...set, writes }
}
