import { imageSize } from 'image-size'
import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_BRAND } from './brand.ts'
import { anOrder } from './dossier.maker.ts'
import { DossierPress } from './dossier-press.ts'
import { FONT_FILES } from './fonts.ts'
import { PressRoom } from './press-room.ts'

describe('the press', { timeout: 120_000 }, () => {
  const presses: DossierPress[] = []
  const aPress = () => {
    const press = new DossierPress({ boundaries: 'morocco' })
    presses.push(press)
    return press
  }
  afterEach(async () => {
    await Promise.all(presses.splice(0).map((press) => press.close()))
  })

  it('gives the same document again without making it, and another for another brand', async () => {
    const press = aPress()
    const order = anOrder('en')
    const first = await press.pdf(order)
    expect(await press.pdf(order)).toBe(first)
    const other = await press.pdf({ ...order, brand: { ...DEFAULT_BRAND, primary: '#7a1f3d' } })
    expect(other.equals(first)).toBe(false)
  })

  it('draws the picture of a link, 1200 by 630, the same each time', async () => {
    const [one, other] = [await aPress().picture(anOrder('ar')), await aPress().picture(anOrder('ar'))]
    expect(imageSize(one)).toMatchObject({ width: 1200, height: 630, type: 'png' })
    expect(other.equals(one)).toBe(true)
  })

  it('lets the process go on while it works', async () => {
    let ticks = 0
    const clock = setInterval(() => ticks++, 5)
    const job = { task: 'png', svg: heavySvg(), fonts: FONT_FILES } as const
    const from = performance.now()
    const room = new PressRoom()
    await room.run(job)
    clearInterval(clock)
    await room.close()
    // A process that waited for the work would have ticked once or twice.
    expect(ticks).toBeGreaterThan((performance.now() - from) / 5 / 4)
  })

  it('refuses when too many wait, and when the time is up', async () => {
    const room = new PressRoom({ atOnce: 1, mostWaiting: 1 })
    const job = { task: 'png', svg: heavySvg(), fonts: FONT_FILES } as const
    const [first, second, third] = [room.run(job), room.run(job), room.run(job)]
    await expect(third).rejects.toMatchObject({ code: 'dossier.busy' })
    await Promise.all([first, second])
    await room.close()
    const hasty = new PressRoom({ milliseconds: 1 })
    await expect(hasty.run(job)).rejects.toMatchObject({ code: 'dossier.too-slow' })
    await hasty.close()
  })

  it('says what the matter is when a template is wrong', async () => {
    const room = new PressRoom()
    const job = { task: 'pdf', template: '#nothing', content: '{}', files: {}, fonts: FONT_FILES } as const
    await expect(room.run(job)).rejects.toThrow(/nothing/)
    await room.close()
  })
})

/** Takes some tenths of a second to draw. */
const heavySvg = (): string => {
  const circles = Array.from(
    { length: 4000 },
    (_, i) => `<circle cx="${i % 1200}" cy="${i % 630}" r="90" fill-opacity=".1"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${circles.join('')}</svg>`
}
