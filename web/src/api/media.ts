import type { Photo } from '@tvl/model'
import { problemOf } from './fetch-json.ts'

/** The server keeps no more than this; sending more only takes time on a phone's line. */
const LONGEST_PX = 2000
const QUALITY = 0.85

export interface Media extends Pick<Photo, 'id' | 'kind' | 'widthPx' | 'heightPx'> {
  bytes: number
  href: string
}

/**
 * Reduces a picture on the device: upright, at most 2,000 pixels, from its pixels alone, so that the place where it
 * was taken never leaves the phone. @throws DOMException for a file that is no picture
 */
export async function reducePicture(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    if (!blob) throw new DOMException('the picture could not be written', 'EncodingError')
    return blob
  } finally {
    bitmap.close()
  }
}

/** Sends a reduced picture. It appears once a change names it in `photos`. @throws ApiError */
export async function sendPicture(picture: Blob, kind: Photo['kind'], building: string): Promise<Media> {
  const query = new URLSearchParams({ kind, building })
  const response = await fetch(`/api/media?${query}`, {
    method: 'POST',
    body: picture,
    headers: { 'content-type': picture.type },
  })
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as Media
}
