import type { FreshnessState } from '@tvl/model'
import type { ReactNode } from 'react'

const RIM = <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.2" />
const share = (d: string) => (
  <>
    {RIM}
    <path d={d} fill="currentColor" />
  </>
)

/** A dial on a ground of 12 × 12: full, three quarters, half, a quarter, struck out, and an empty broken one. */
const SHAPES: Readonly<Record<FreshnessState | 'never', ReactNode>> = {
  fresh: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  due: share('M6 6V1a5 5 0 1 1-5 5z'),
  late: share('M6 1a5 5 0 0 1 0 10z'),
  doubtful: share('M6 6V1a5 5 0 0 1 5 5z'),
  expired: (
    <>
      {RIM}
      <path d="M2.2 9.8 9.8 2.2" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  never: <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="1.6 1.6" />,
}

/** A dial that empties. The days in words stand beside it, so it has no name of its own. */
export function FreshnessDial({ state }: { state: FreshnessState | 'never' }) {
  return (
    <svg className={`dial dial-${state}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[state]}
    </svg>
  )
}
