import { FRESHNESS_FIELDS, type FreshnessSums, VERIFICATION_STATES } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { InventoryMark } from './inventory-mark.tsx'

const STATES = [...VERIFICATION_STATES, 'unknown'] as const

/** The same field by field: a rent can be old where the seats were counted today. */
export function FieldTable({ place, sums }: { place: string; sums: FreshnessSums }) {
  const t = useTranslations('freshness')
  const { number } = useFormat()
  return (
    <section aria-labelledby="fields-title">
      <h2 id="fields-title">
        {t('byField')} <InventoryMark />
      </h2>
      <p>{t('fieldsLead', { place })}</p>
      <table className="freshness-table">
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            {STATES.map((state) => (
              <th key={state} scope="col" className="figure-column">
                {state !== 'unknown' && <FreshnessDial state={state} />}
                {t(`state.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FRESHNESS_FIELDS.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`fields.${field}`)}</th>
              {STATES.map((state) => (
                <td key={state} className="figure-column" data-zero={sums.fields[field][state] === 0 || undefined}>
                  <span className="cell-label">
                    {state !== 'unknown' && <FreshnessDial state={state} />}
                    {t(`state.${state}`)}
                  </span>
                  {number(sums.fields[field][state])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
