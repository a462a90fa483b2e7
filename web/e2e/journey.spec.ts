import { DESK, PHONE, test } from './support/fixtures.ts'
import { keyboard, pointer } from './support/hand.ts'
import { expectKept, travel } from './support/journey.ts'
import { LANGUAGES } from './support/languages.ts'

/** A keyboard at the width of a phone is a desk at 400 %: one language shows it, the one that runs the other way. */
const A_ZOOMED_DESK = ['ar'] as const

for (const [hands, work] of [
  ['pointer', pointer],
  ['keyboard', keyboard],
] as const)
  for (const [size, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const)
    test.describe(`${hands}, ${size}`, () => {
      test.use({ viewport })
      for (const language of hands === 'keyboard' && size === 'phone' ? A_ZOOMED_DESK : LANGUAGES)
        test(`from a sentence to a shortlist (${language})`, async ({ page }) => {
          const hand = work(page)
          const setting = { language, isPhone: size === 'phone' }
          await travel(hand, setting)
          await expectKept(hand, setting)
        })
    })
