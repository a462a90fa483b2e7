import { Explore } from './support/explore.ts'
import { DESK, expect, PHONE, test } from './support/fixtures.ts'
import { pointer } from './support/hand.ts'
import { expectKept, travel } from './support/journey.ts'
import { LANGUAGES } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'

test.use({ launchOptions: launchWith(WITHOUT_MAP) })

for (const [size, viewport] of [
  ['desk', DESK],
  ['phone', PHONE],
] as const)
  test.describe(`without WebGL, ${size}`, () => {
    test.use({ viewport })
    for (const language of LANGUAGES) {
      test(`the list does all that the map does, and more (${language})`, async ({ page }) => {
        const hand = pointer(page)
        const setting = { language, isPhone: size === 'phone' }
        await travel(hand, setting)
        await expectKept(hand, setting)
      })
    }

    test('the page says why there is no map, in each language', async ({ page }) => {
      expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull()
      for (const language of LANGUAGES) {
        const explore = new Explore(page, language)
        await explore.open()
        const { words } = explore
        if (size === 'phone') await page.getByRole('button', { name: words('explore.tabs.map'), exact: true }).click()
        await expect(page.getByText(words('explore.map.unavailable'))).toBeVisible()
      }
    })
  })
