import { coach, type Office } from '@tvl/model'
import { DESK, expect, test } from './support/fixtures.ts'
import { LANGUAGES, wordsOf } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'
import { signInAs } from './support/manager.ts'

test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

test('a manager sees what is missing by what it would change, and lands on the field', async ({ page }) => {
  await signInAs(page.request, 'manager', 'fes-shore')
  const read = async <P>(path: string) =>
    (
      (await (await page.request.get(`/ogc/collections/${path}`)).json()) as {
        features: { id: string; properties: P }[]
      }
    ).features
  const offices = await read<Office>('offices/items?zoneId=fes-shore&limit=1000&f=json')
  const [buildings, zones] = [
    await read<never>('buildings/items?zoneId=fes-shore&f=json'),
    await read<never>('zones/items?limit=100&f=json'),
  ]
  const zone = zones.find(({ id }) => id === 'fes-shore') ?? null
  const items = coach({ zone, buildings, offices, groups: [] })
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    await page.goto(`/manage?lang=${language}`)
    const list = page.getByRole('region', { name: words('manage.coach.title') })
    await expect(list.getByRole('listitem').locator('b')).toHaveText(
      items.slice(0, 4).map(({ gap }) => words(`manage.coach.gap.${gap}`)),
    )
  }

  const rent = items.find(({ gap }) => gap === 'rentMadPerM2Month')
  const largest = offices.find(({ id }) => id === rent?.missing[0]?.id)
  if (!rent || !largest) throw new Error('the demonstration has rents that are not known')
  await page.goto('/manage?lang=en')
  const row = page.getByRole('listitem').filter({ has: page.getByText('Rent', { exact: true }) })
  await expect(row).toContainText(`${rent.missing.length} of ${offices.length} units`)
  await row.getByRole('link', { name: largest.properties.name }).click()
  await expect(page).toHaveURL(new RegExp(`/manage/offices/${largest.id}.*#rent$`))
  const field = page.getByRole('region', { name: 'Rent' }).getByRole('textbox')
  await expect(field).toBeInViewport()
  await expect(field).toHaveValue('')
})
