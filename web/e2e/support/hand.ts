import { expect, type Locator, type Page } from '@playwright/test'

/** How a person works the page. Counts what they do: a press, a typed text, a chosen option are one each. */
export interface Hand {
  page: Page
  /** Acts so far. */
  acts: () => number
  press: (target: Locator) => Promise<void>
  /** Ticks or unticks a box. */
  tick: (target: Locator) => Promise<void>
  /** Replaces the text of a field. */
  write: (target: Locator, text: string) => Promise<void>
  /** Enter in the field that was written last. */
  enter: () => Promise<void>
  back: () => Promise<void>
  /** Types into a field that offers names, and takes the first offered. */
  choose: (field: Locator, name: string) => Promise<void>
}

/** Mouse or finger. */
export function pointer(page: Page): Hand {
  let acts = 0
  return {
    page,
    acts: () => acts,
    press: async (target) => {
      acts++
      await target.click()
    },
    tick: async (target) => {
      acts++
      await target.click()
    },
    write: async (target, text) => {
      acts++
      await target.fill(text)
    },
    enter: async () => {
      acts++
      await page.keyboard.press('Enter')
    },
    back: async () => {
      acts++
      await page.goBack()
    },
    choose: async (field, name) => {
      acts += 2
      await field.click()
      await field.fill(name)
      await page.getByRole('option').first().click()
    },
  }
}

const MOST_TABS = 250

/** Walks to the target with Tab or Shift+Tab, as far as it takes; fails when the walk never meets it. */
async function walkTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const element = await target.elementHandle()
  if (!element) throw new Error('nothing to walk to')
  for (let tabs = 0; tabs <= MOST_TABS; tabs++) {
    const way = await element.evaluate((wanted) => {
      const now = document.activeElement
      if (now === wanted) return 'here'
      if (!now || now === document.body) return 'on'
      return now.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on'
    })
    if (way === 'here') return
    await page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab')
  }
  throw new Error(`the keyboard never reaches ${target}`)
}

/** The focus must show: an outline or a shadow that the same element does not have without it. */
async function expectFocusShown(target: Locator): Promise<void> {
  const isShown = await target.evaluate((element) => {
    const shows = (candidate: Element | null) => {
      if (!candidate) return false
      const style = getComputedStyle(candidate)
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
    }
    // A field may show the focus on its frame, an invisible box on its label.
    return shows(element) || shows(element.parentElement) || shows(element.closest('form, label'))
  })
  expect(isShown, `focus on ${target} is visible`).toBe(true)
}

/** Keys alone: nothing here calls the mouse. */
export function keyboard(page: Page): Hand {
  let acts = 0
  const reach = async (target: Locator) => {
    acts++
    await walkTo(page, target)
    await expectFocusShown(target)
  }
  return {
    page,
    acts: () => acts,
    press: async (target) => {
      await reach(target)
      await page.keyboard.press('Enter')
    },
    tick: async (target) => {
      await reach(target)
      await page.keyboard.press('Space')
    },
    write: async (target, text) => {
      await reach(target)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(text)
    },
    enter: async () => {
      acts++
      await page.keyboard.press('Enter')
    },
    back: async () => {
      acts++
      // The browser's own key, which a page without a window frame does not get: its command stands in.
      await page.goBack()
    },
    choose: async (field, name) => {
      await reach(field)
      await page.keyboard.insertText(name)
      await expect(page.getByRole('option').first()).toBeVisible()
      acts++
      await page.keyboard.press('Enter')
    },
  }
}
