import { createHash } from 'node:crypto'
import { ResizeFit, Transformer } from '@napi-rs/image'
import { MARK_LARGEST_KEPT, MARK_LONGEST_PX } from '@tvl/model'
import { ProblemError } from '../http/problem.ts'
import { pictureSize } from '../media/picture.ts'
import type { DrawingRoom } from './svg/drawing-room.ts'
import { safeSvg } from './svg/safe-svg.ts'

/** What is kept of an upload. */
export interface Mark {
  /** SHA-256 of `bytes`, hex. */
  id: string
  /** PNG made from the pixels alone. */
  bytes: Buffer
  widthPx: number
  heightPx: number
}

/** Sides that are tried one after the other until the file is small enough; noise of the last fits uncompressed. */
const SIDES_PX = [MARK_LONGEST_PX, 900, 600, 400, 250]

export const MARK_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const

/**
 * Makes a PNG of an uploaded mark. A picture is unpacked and packed anew, upright and without metadata; a drawing (SVG)
 * is a document that could hold scripts and addresses, so it is drawn and never kept.
 * @throws ProblemError as `pictureSize`, `safeSvg` and `DrawingRoom.draw` do; 422 `picture.unreadable`
 */
export async function readMark(file: Buffer, type: string, room: DrawingRoom): Promise<Mark> {
  const picture = type === 'image/svg+xml' ? await room.draw(safeSvg(file)) : file
  const { width, height } = pictureSize(picture)
  try {
    for (const side of SIDES_PX) {
      const upright = new Transformer(picture).rotate()
      const isLarger = Math.max(width, height) > side
      const bytes = await (isLarger ? upright.resize(side, side, null, ResizeFit.Inside) : upright).png()
      if (bytes.length > MARK_LARGEST_KEPT) continue
      const size = pictureSize(bytes)
      const id = createHash('sha256').update(bytes).digest('hex')
      return { id, bytes, widthPx: size.width, heightPx: size.height }
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError('picture.unreadable', 422, 'The picture is damaged and cannot be read.')
  }
  throw new ProblemError('picture.too-large', 413, `What is kept of a mark has at most ${MARK_LARGEST_KEPT} bytes.`)
}
