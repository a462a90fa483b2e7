import { useQuery } from '@tanstack/react-query'
import { type FreshnessSums, VERIFICATION_STATES } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { inventoryProvenance } from '../../api/inventory-provenance.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../../ui/figure.tsx'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { StateBar } from './state-bar.tsx'

/** A place in figures: what counts, what is free, what is lost to the totals, and the six states. */
export function Summary({ place, sums }: { place: string; sums: FreshnessSums }) {
  const t = useTranslations('freshness')
  const { number, percent } = useFormat()
  const { all, counted, available, lost, states } = sums
  if (all.offices === 0) {
    return (
      <section className="freshness-summary" aria-labelledby="summary-title">
        <h2 id="summary-title">{place}</h2>
        <p>{t('noOffices')}</p>
      </section>
    )
  }
  const share = (offices: number) => percent((100 * offices) / all.offices, { maxDigits: 0 })
  return (
    <section className="freshness-summary" aria-labelledby="summary-title">
      <h2 id="summary-title">{place}</h2>
      <dl className="freshness-figures">
        <div>
          <dt>{t('counted')}</dt>
          <dd>
            <Big label={t('counted')} value={share(counted.offices)} />
            <span>{t('ofOffices', { part: number(counted.offices), all: number(all.offices) })}</span>
          </dd>
        </div>
        <div>
          <dt>{t('available')}</dt>
          <dd>
            <Big label={t('available')} value={number(available.seats)} />
            <span>{t('inOffices', { count: available.offices, n: number(available.offices) })}</span>
          </dd>
        </div>
        <div>
          <dt>{t('lost')}</dt>
          <dd>
            <Big label={t('lost')} value={number(lost.seats)} />
            <span>{t('inOffices', { count: lost.offices, n: number(lost.offices) })}</span>
          </dd>
        </div>
      </dl>
      <StateBar states={states} />
      <ul className="freshness-states">
        {VERIFICATION_STATES.map((state) => (
          <li key={state}>
            <span className="state-name">
              <FreshnessDial state={state} />
              {t(`state.${state}`)}
            </span>
            <span className="note">{t(`range.${state}`)}</span>
            <b>{number(states[state].offices)}</b>
            <span className="note">{t('seats', { count: states[state].seats, n: number(states[state].seats) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Big({ label, value }: { label: string; value: string }) {
  const { data: catalogue } = useQuery(catalogueQuery)
  const provenance = catalogue ? inventoryProvenance(catalogue) : null
  return <Figure className="freshness-big" label={label} value={value} provenance={provenance} />
}
