import { Explore } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'

test.use({ viewport: DESK })

test('a change of the need marks its box at once; list and counts say that they follow', async ({ page }) => {
  const explore = new Explore(page, 'en')
  await explore.open('seats=300&by=2027-09-01')
  const before = await explore.ids()
  const box = page
    .getByRole('complementary')
    .getByRole('checkbox', { name: /Casablanca/ })
    .first()
  await expect(box).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const seen = await box.evaluate(async (input: HTMLInputElement) => {
    input.click()
    await Promise.resolve()
    const busy = (selector: string) => document.querySelector(selector)?.getAttribute('aria-busy')
    return { isMarked: input.checked, list: busy('section.list-column'), counts: busy('aside.facets-column') }
  })
  expect(seen).toEqual({ isMarked: true, list: 'true', counts: 'true' })
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await explore.settled()
  const after = await explore.ids()
  expect(after.length).toBeGreaterThan(0)
  expect(after.length).toBeLessThan(before.length)
})

test('a link pressed while the list still follows carries the need as it is', async ({ page }) => {
  const explore = new Explore(page, 'en')
  await explore.open('seats=300&by=2027-09-01')
  const box = page
    .getByRole('complementary')
    .getByRole('checkbox', { name: /Casablanca/ })
    .first()
  await expect(box).toBeVisible()
  const region = await box.evaluate((input: HTMLInputElement) => {
    input.click()
    document.querySelector<HTMLElement>('[data-row-link]')?.click()
    return new URL(location.href).searchParams.get('region')
  })
  expect(region).toBe('MA-06')
  await expect(page).toHaveURL(
    (url) => url.pathname.startsWith('/zones/') && url.searchParams.get('region') === 'MA-06',
  )
})

test('what comes late and changes no row hides none, not for a moment', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/ogc/collections/incentives/items*', async (route) => {
    await held
    await route.continue()
  })
  const explore = new Explore(page, 'en')
  await explore.open()
  const before = await explore.ids()
  const hidden = await page.evaluateHandle(() => {
    const rows: Element[] = []
    const look = new MutationObserver((all) => {
      for (const { target } of all) if (target instanceof Element && target.hasAttribute('data-late')) rows.push(target)
    })
    look.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-late'] })
    return rows
  })
  const answer = page.waitForResponse('**/ogc/collections/incentives/items*')
  release()
  await answer
  const verdict = page.getByRole('complementary').getByRole('checkbox', { name: /premium|bonus/i })
  await expect(verdict.first(), 'the counts follow what came').toBeVisible()
  expect(await explore.ids()).toEqual(before)
  expect(await hidden.evaluate((rows) => rows.length)).toBe(0)
})
