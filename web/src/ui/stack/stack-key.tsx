import { useTranslations } from 'use-intl'
import type { UnitState } from './stack-layout.ts'

const ORDER: readonly UnitState[] = ['free', 'expired', 'held', 'let', 'under-construction', 'later', 'unknown']

/** The two hatches of a plan, as true patterns: held leans one way, what is not built is dotted. */
export function Hatches({ id }: { id: string }) {
  return (
    <svg width="0" height="0" className="sr" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={`held-${id}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" className="hatch-held" />
        </pattern>
        <pattern id={`under-construction-${id}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="1.5" cy="1.5" r="1" className="hatch-built" />
          <circle cx="4.5" cy="4.5" r="1" className="hatch-built" />
        </pattern>
      </defs>
    </svg>
  )
}

/** What the fills of the plan mean: those that occur in it. */
export function StackKey({
  buildingId,
  states,
  block,
}: {
  buildingId: string
  states: ReadonlySet<UnitState>
  block: 'block' | 'largest' | null
}) {
  const t = useTranslations('zone.state')
  return (
    <ul className="stack-key">
      {ORDER.filter((state) => states.has(state)).map((state) => (
        <li key={state}>
          <i className={`lot is-${state}`} aria-hidden="true">
            {(state === 'held' || state === 'under-construction') && (
              <svg aria-hidden="true" focusable="false">
                <rect width="100%" height="100%" fill={`url(#${state}-${buildingId})`} />
              </svg>
            )}
          </i>
          {t(state)}
        </li>
      ))}
      {block && (
        <li>
          <i className="key-block" aria-hidden="true" />
          {t(block)}
        </li>
      )}
    </ul>
  )
}
