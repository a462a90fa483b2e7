import { Explore, NEED } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { pointer } from './support/hand.ts'
import { LANGUAGES, plain } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'
import { contiguousSeats } from './support/oracle.ts'

// The list alone is looked at; the map, drawn in software, would take most of the time.
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

for (const language of LANGUAGES) {
  test(`hits have the block, fresh; the others say what they lack (${language})`, async ({ page }) => {
    const explore = new Explore(page, language)
    await explore.open()
    await explore.ask(pointer(page), NEED[language])
    const rows = await explore.readAll()
    const seats = await contiguousSeats(page.request, { by: '2027-09-01', today: '2026-11-23' })
    for (const row of rows) {
      expect(row.contiguousSeats, row.name).toBe(seats.get(row.id))
      expect(row.contiguousSeats, row.name).toBeGreaterThanOrEqual(300)
      expect(row.verifiedDays, row.name).not.toBeNull()
      expect(row.verifiedDays, row.name).toBeLessThan(120)
    }
    const enough = [...seats].filter(([, count]) => count >= 300).map(([id]) => id)
    expect(rows.map(({ id }) => id).sort(), 'every zone with such a block is a hit').toEqual(enough.sort())

    await expect(explore.misses.getByRole('listitem').nth(1)).toBeVisible()
    const misses = await explore.nearMisses()
    const tetouan = misses.find(({ id }) => id === 'tetouan-shore')
    expect(seats.get('tetouan-shore')).toBe(280)
    expect(tetouan?.why).toBe(plain(explore.words('explore.relax.seatsWhy', { to: 280, missing: 20 })))
    for (const { id, why, act, gain } of misses) {
      expect(rows.map((row) => row.id)).not.toContain(id)
      expect(why, id).not.toBe('')
      expect(act, id).not.toBe('')
      expect(gain, id).not.toBe('')
    }
  })

  test(`nothing fits: each suggestion brings what it announces (${language})`, async ({ page }) => {
    const explore = new Explore(page, language)
    await explore.open('seats=900&by=2027-09-01&region=MA-01,MA-02,MA-03,MA-06&airport=30')
    expect(await explore.announcedHits()).toBe(0)
    await expect(explore.misses.getByRole('heading')).toHaveText(explore.words('explore.near.none'))
    await expect(explore.misses.getByRole('listitem').nth(1)).toBeVisible()
    const misses = await explore.nearMisses()
    for (const [place, miss] of misses.entries()) {
      await explore.misses.getByRole('listitem').nth(place).getByRole('button').click()
      await expect.poll(() => explore.announcedHits()).toBeGreaterThan(0)
      await explore.settled()
      const ids = await explore.ids()
      expect(miss.gain).toBe(plain(explore.words('explore.near.gain', { count: ids.length })))
      expect(ids, 'the site it names is among them').toContain(miss.id)
      await page.goBack()
      await expect.poll(() => explore.announcedHits()).toBe(0)
      await expect.poll(() => explore.nearMisses(), 'back undoes it').toEqual(misses)
    }
  })
}
