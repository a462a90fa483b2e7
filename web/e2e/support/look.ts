import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { clippedControls, sideways } from './layout.ts'

/** What is wrong with the page as it stands, a line each: what scrolls sideways, what is cut off, what axe finds. */
export const faultsOf = async (page: Page): Promise<string[]> => [
  ...(await sideways(page)),
  ...(await clippedControls(page)),
  ...(await violations(page)),
]
