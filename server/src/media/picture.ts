import { createHash } from 'node:crypto'
import { ResizeFit, Transformer } from '@napi-rs/image'
import { imageSize } from 'image-size'
import { ProblemError } from '../http/problem.ts'

/** Longest side of what is kept, pixels: enough to read a floor plan, a few hundred kilobytes. */
const LONGEST_PX = 2000
/** Longest side of the small form, for lists and phones. */
const SMALL_PX = 480
/** A picture is unpacked to four bytes a pixel: this is 160 MB. */
const MOST_PIXELS = 40_000_000
const QUALITY = { photo: 80, plan: 92 } as const
/** What cameras and drawing programs make. SVG is a document that can hold scripts: never taken. */
const TAKEN: ReadonlySet<string> = new Set(['jpg', 'png', 'webp'])

export type PictureKind = keyof typeof QUALITY

export interface Picture {
  /** SHA-256 of `bytes`, hex. */
  id: string
  widthPx: number
  heightPx: number
  /** WebP made from the pixels alone: no position, no camera, nothing hidden behind the picture. */
  bytes: Buffer
  small: Buffer
}

/**
 * Makes of an uploaded file what is kept of it: upright, reduced, without metadata.
 * @throws ProblemError 415 `picture.type`, 413 `picture.too-large` (in pixels), 422 `picture.unreadable`
 */
export async function readPicture(file: Buffer, kind: PictureKind): Promise<Picture> {
  const size = pictureSize(file)
  try {
    const bytes = await reduced(file, size, LONGEST_PX, QUALITY[kind])
    const small = await reduced(file, size, SMALL_PX, QUALITY[kind])
    const { width, height } = pictureSize(bytes)
    return { id: createHash('sha256').update(bytes).digest('hex'), widthPx: width, heightPx: height, bytes, small }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError('picture.unreadable', 422, 'The picture is damaged and cannot be read.')
  }
}

/**
 * Size in pixels, read from the head of the file before anything is unpacked.
 * @throws ProblemError 415 `picture.type`, 413 `picture.too-large`
 */
export function pictureSize(file: Buffer): { width: number; height: number } {
  let found: ReturnType<typeof imageSize>
  try {
    found = imageSize(file)
  } catch {
    throw new ProblemError('picture.type', 415, 'A picture is a JPEG, PNG or WebP file.')
  }
  if (!TAKEN.has(found.type ?? '')) {
    throw new ProblemError('picture.type', 415, `A picture is a JPEG, PNG or WebP file, not ${found.type}.`)
  }
  if (found.width * found.height > MOST_PIXELS) {
    throw new ProblemError('picture.too-large', 413, `A picture has at most ${MOST_PIXELS / 1e6} million pixels.`)
  }
  return found
}

async function reduced(
  file: Buffer,
  { width, height }: { width: number; height: number },
  longestPx: number,
  quality: number,
): Promise<Buffer> {
  const upright = new Transformer(file).rotate()
  const isLarger = Math.max(width, height) > longestPx
  return (isLarger ? upright.resize(longestPx, longestPx, null, ResizeFit.Inside) : upright).webp(quality)
}
