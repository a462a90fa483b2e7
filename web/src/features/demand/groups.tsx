import { DEMAND_SEAT_BANDS, type DemandGaps, type DemandGroup } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { PageLink } from '../../ui/page-link.tsx'

interface GroupsProps {
  name: 'missed' | 'offer' | 'shown'
  groups: readonly DemandGroup[]
  gaps: DemandGaps
}

/** Searches that met the same fate, a sentence each. */
export function Groups({ name, groups, gaps }: GroupsProps) {
  const t = useTranslations('demand')
  return (
    <section aria-labelledby={`demand-${name}`}>
      <h2 id={`demand-${name}`}>{t(`${name}.title`)}</h2>
      {groups.length === 0 ? (
        <p className="demand-none">{t(`${name}.none`)}</p>
      ) : (
        <ul className="demand-groups">
          {groups.map((group) => (
            <Group key={`${group.seats} ${group.contiguous} ${group.cause}`} group={group} gaps={gaps} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Group({ group, gaps }: { group: DemandGroup; gaps: DemandGaps }) {
  const t = useTranslations('demand')
  const { number } = useFormat()
  const { searches, cause } = group
  const isMissed = cause !== 'shown' && cause !== 'offer'
  const left = cause === 'verification' || cause === 'dates' || cause === 'rentMadPerM2Month' ? gaps[cause] : null
  return (
    <li>
      <b className="demand-count">{number(searches)}</b>
      <span>
        {t('wanted', { count: searches, what: useWanted(group) })} {isMissed && t(`cause.${cause}`)}
        {left !== null && (
          <span className="demand-now">
            {t('now', { count: left, n: number(left), all: number(gaps.offices) })}{' '}
            {left > 0 && (
              <PageLink className="link" to="/manage">
                {t('putRight')}
              </PageLink>
            )}
          </span>
        )}
      </span>
    </li>
  )
}

/** The size that was wanted: `300 to 499 contiguous seats`. */
function useWanted({ seats, contiguous }: DemandGroup): string {
  const t = useTranslations('demand.size')
  const { number } = useFormat()
  if (seats === null) return t('any')
  const next = DEMAND_SEAT_BANDS[DEMAND_SEAT_BANDS.indexOf(seats) + 1]
  const range =
    next === undefined ? t('from', { from: number(seats) }) : t('range', { from: number(seats), to: number(next - 1) })
  return t(contiguous ? 'contiguous' : 'spread', { range })
}
