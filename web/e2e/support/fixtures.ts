import { test as base, expect } from '@playwright/test'
import { type Guard, watch } from './guard.ts'

/** Sizes at which people look: a desk and a phone, in CSS pixels. */
export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 360, height: 740 }

interface Fixtures {
  /** Fails the test at its end if a page spoke to another host, complained, or broke its policy. */
  guard: Guard
}

/** Every test of the pages runs under the guard; there is no way to leave it out. */
export const test = base.extend<Fixtures>({
  guard: [
    async ({ context, baseURL }, use) => {
      const guard = await watch(context, new URL(baseURL ?? '').origin)
      await use(guard)
      expect(guard.faults, 'faults seen while the test ran').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
