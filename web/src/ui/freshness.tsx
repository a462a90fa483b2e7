import type { FreshnessState } from '@tvl/model'

/** A dial that empties. The days in words stand beside it, so it has no name of its own. */
export function FreshnessDial({ state }: { state: FreshnessState | 'never' }) {
  return (
    <svg className={`dial dial-${state}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <use href={`#f-${state}`} />
    </svg>
  )
}
