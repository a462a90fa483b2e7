import type { Locator } from '@playwright/test'
import type { Words } from './languages.ts'

/** A figure that a person reads, with the words that say what it is. */
interface Reading {
  /** the element that holds one figure and its mark */
  figure: Locator
  caption: string
}

/**
 * Figures without the mark of an illustrative value. A mark is a sign that can be seen (a drawing with a size) whose
 * accessible name says the grade; a figure that says "unknown" needs none.
 */
export async function unmarked(readings: readonly Reading[], words: Words): Promise<string[]> {
  const grade = words('provenance.grade.illustrative')
  const unknown = words('common.unknown')
  const found = await Promise.all(
    readings.map(async ({ figure, caption }) => {
      const { text, isMarked } = await figure.evaluate((element, gradeName) => {
        const text = (element.querySelector('bdi') ?? element).textContent?.trim() ?? ''
        const named = [...element.querySelectorAll<HTMLElement>('[aria-label]')].filter((candidate) =>
          candidate.getAttribute('aria-label')?.includes(gradeName),
        )
        const isSeen = (candidate: Element) => {
          const sign = candidate.matches('svg') ? candidate : candidate.querySelector('svg')
          if (!sign?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
          const { width, height } = sign.getBoundingClientRect()
          return width >= 6 && height >= 6
        }
        return { text, isMarked: named.some(isSeen) }
      }, grade)
      return isMarked || text === '' || text.includes(unknown) ? [] : [`${caption}: ${text}`]
    }),
  )
  return found.flat()
}
