import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { MARK_LONGEST_PX } from '@tvl/model'
import { ProblemError } from '../../http/problem.ts'
import { tooComplex, unreadable } from './refusals.ts'

const DRAW = fileURLToPath(new URL('draw-svg.js', import.meta.url))
/** ms for one drawing. */
const LONGEST_MS = 8_000
/** A mark of 1,200 × 1,200 pixels of noise, uncompressed. */
const LARGEST_PNG = 6 * 1024 * 1024
/** Drawings that wait for the one that is being drawn. */
const MOST_WAITING = 8

/**
 * Draws SVG in a process of its own, one at a time, which is ended when it takes too long: whatever a drawing does to
 * it, the server goes on.
 */
export class DrawingRoom {
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()
  readonly #longestMs: number

  constructor({ longestMs = LONGEST_MS } = {}) {
    this.#longestMs = longestMs
  }

  /**
   * A PNG whose longest side has 1,200 pixels. The drawing must be one that `safeSvg` has written.
   * @throws ProblemError 422 `mark.empty`, `mark.unreadable` or `mark.too-complex`, 429 `mark.busy`
   */
  async draw(svg: string): Promise<Buffer> {
    if (this.#waiting >= MOST_WAITING) {
      throw new ProblemError('mark.busy', 429, 'Many marks are being drawn. Try again.', { 'retry-after': '5' })
    }
    this.#waiting++
    const drawn = this.#last.then(() => this.#drawNow(svg))
    this.#last = drawn.catch(() => undefined)
    try {
      return await drawn
    } finally {
      this.#waiting--
    }
  }

  #drawNow(svg: string): Promise<Buffer> {
    return new Promise((done, refuse) => {
      // Nothing of this process: neither its settings, which hold secrets, nor its output.
      const child = spawn(process.execPath, ['--max-old-space-size=128', DRAW, String(MARK_LONGEST_PX)], {
        env: {},
        stdio: ['pipe', 'pipe', 'ignore'],
      })
      const parts: Buffer[] = []
      let size = 0
      let isLate = false
      const end = () => {
        isLate = true
        child.kill('SIGKILL')
      }
      const timer = setTimeout(end, this.#longestMs)
      child.stdout.on('data', (part: Buffer) => {
        size += part.length
        if (size > LARGEST_PNG) end()
        else parts.push(part)
      })
      child.once('error', refuse)
      child.once('close', (code) => {
        clearTimeout(timer)
        if (isLate) refuse(tooComplex())
        else if (code !== 0) refuse(unreadable())
        else if (size === 0) refuse(new ProblemError('mark.empty', 422, 'There is nothing to see in this drawing.'))
        else done(Buffer.concat(parts))
      })
      // Of a process that has ended already; its code says the rest.
      child.stdin.on('error', () => undefined)
      child.stdin.end(svg)
    })
  }
}
