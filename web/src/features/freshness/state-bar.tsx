import { type FreshnessSums, VERIFICATION_STATES } from '@tvl/model'

/** How full the dial of a state is: the bar's height says the same without colour. */
const HEIGHT = { fresh: 1, due: 0.75, late: 0.5, doubtful: 0.25, expired: 0, never: 0 } as const

/** Shares of the states side by side. What it says stands beside it in figures, so it has no name of its own. */
export function StateBar({ states }: { states: FreshnessSums['states'] }) {
  const parts = VERIFICATION_STATES.filter((state) => states[state].offices > 0)
  return (
    <span className="state-bar" aria-hidden="true">
      {parts.map((state) => (
        <i key={state} className={`state-${state}`} style={{ flexGrow: states[state].offices }}>
          {HEIGHT[state] > 0 && <b style={{ blockSize: `${HEIGHT[state] * 100}%` }} />}
        </i>
      ))}
    </span>
  )
}
