import type { Page } from '@playwright/test'

/**
 * Why the page can be scrolled sideways, a line each: by how much, and which words or boxes reach out. Empty when it
 * cannot.
 */
export const sideways = (page: Page) =>
  page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement
    const wide = Math.max(root.scrollWidth, document.body.scrollWidth) - innerWidth
    if (wide <= 0) return []
    const reaching: string[] = []
    const isKeptIn = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || isKeptIn(element.parentElement))
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent?.checkVisibility() || parent.closest('.sr') || isKeptIn(parent)) continue
      const words = document.createRange()
      words.selectNodeContents(node)
      const { left, right } = words.getBoundingClientRect()
      if (left < -0.5 || right > innerWidth + 0.5)
        reaching.push(`« ${node.textContent?.slice(0, 40)} » in ${parent.tagName}.${parent.className}`)
    }
    return [`scrolls sideways by ${wide} px: ${reaching.slice(0, 5).join(', ')}`]
  })

/** Text as large as the reader asked the browser for: 200 means twice. */
export const textSize = (page: Page, percent: number) =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`
  }, percent)

/**
 * Controls a reader cannot see whole: reaching out of the page, or whose own words do not fit in them. What lies in a
 * part that scrolls by itself (a wide table, a row of tabs) is reached by scrolling that part.
 */
export const clippedControls = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element) => {
      for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
        const { overflowX } = getComputedStyle(parent)
        if ((overflowX === 'auto' || overflowX === 'scroll') && parent.scrollWidth > parent.clientWidth) return true
      }
      return false
    }
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=tab]',
    )
    const clipped: string[] = []
    for (const control of controls) {
      const box = control.getBoundingClientRect()
      const style = getComputedStyle(control)
      const isHidden =
        !control.checkVisibility() ||
        box.width < 2 ||
        box.height < 2 ||
        style.visibility === 'hidden' ||
        style.clipPath !== 'none'
      if (isHidden || control.closest('.sr, .maplibregl-map, [inert]') || scrolls(control)) continue
      const name = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 50)
      if (box.left < -1 || box.right > innerWidth + 1) clipped.push(`« ${name} » reaches out of the page`)
      // A name of its own says all, whatever is drawn; and what may spill over is not cut.
      const hides = [style.overflowX, style.overflowY].some((value) => value === 'hidden' || value === 'clip')
      if (!hides || control.hasAttribute('aria-label') || control.matches('input, select, textarea')) continue
      const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('.sr')) continue
        const words = document.createRange()
        words.selectNodeContents(node)
        const text = words.getBoundingClientRect()
        if (text.left < box.left - 2 || text.right > box.right + 2) clipped.push(`« ${name} » is cut`)
      }
    }
    return clipped
  })

/** Words on the page that look like the key of a phrase instead of the phrase. */
export const rawKeys = (page: Page, namespaces: readonly string[]) =>
  page.evaluate((names) => {
    const key = new RegExp(`\\b(?:${names.join('|')})(?:\\.[a-zA-Z][\\w-]*)+\\b`, 'g')
    const texts = [document.title, document.body.textContent ?? '']
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '')
    return texts.flatMap((text) => text.match(key) ?? [])
  }, namespaces)
