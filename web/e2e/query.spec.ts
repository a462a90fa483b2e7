import { Explore, NEED } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { pointer } from './support/hand.ts'
import { LANGUAGES } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'

// The list alone is asked; the map, drawn in software, would take most of the time.
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

for (const language of LANGUAGES) {
  test(`the query shown is the question asked, chip by chip (${language})`, async ({ page }) => {
    const explore = new Explore(page, language)
    const hand = pointer(page)
    await explore.open()
    await explore.ask(hand, NEED[language])
    const agree = async (asked: string) => {
      const shown = await explore.ids()
      expect(await explore.answerOfApi(await explore.query(hand)), `API and list, ${asked}`).toEqual(shown)
    }
    await agree('whole need')
    const removers = explore.chips.getByRole('button')
    const names = await Promise.all((await removers.all()).map((button) => button.getAttribute('aria-label')))
    expect(names.length).toBeGreaterThanOrEqual(4)
    for (const name of names) {
      const before = await explore.query(hand)
      await hand.press(explore.need.getByRole('button', { name: name ?? '', exact: true }))
      await expect(explore.need.getByRole('button', { name: name ?? '', exact: true })).toHaveCount(0)
      await explore.settled()
      await agree(`without « ${name} »`)
      await hand.back()
      await expect(explore.need.getByRole('button', { name: name ?? '', exact: true })).toBeVisible()
      expect(await explore.query(hand), 'back gives the same question').toEqual(before)
    }
  })
}
