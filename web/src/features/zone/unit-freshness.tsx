import { FRESHNESS_FIELDS, fieldFreshness, isFieldKnown, type Office } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { useUnitWords } from '../../ui/stack/use-unit-words.ts'

/** Field by field: when it was verified, how and by which role, and when it is due again. */
export function UnitFreshness({ office, today }: { office: Office; today: string }) {
  const t = useTranslations('zone.unit')
  const zone = useTranslations('zone')
  const fields = useTranslations('zone.unit.field')
  const words = useUnitWords(today)
  const known = FRESHNESS_FIELDS.filter((field) => isFieldKnown(office, field))
  return (
    <details className="unit-by-field">
      <summary>{t('byField')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('fieldName')}</th>
            <th scope="col">{t('verified')}</th>
            <th scope="col">{t('nextDue')}</th>
          </tr>
        </thead>
        <tbody>
          {known.map((field) => {
            const age = fieldFreshness(office, field, today)
            return (
              <tr key={field}>
                <th scope="row">{fields(field)}</th>
                <td>
                  <FreshnessDial state={age?.state ?? 'never'} />
                  {age ? `${words.day(age.on)}${zone('comma')}${words.aged(age)}` : t('neverVerifiedField')}
                </td>
                <td>
                  {age && (age.dueOn > today ? words.day(age.dueOn) : t('dueSince', { date: words.day(age.dueOn) }))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="note">
        {t('countedBy')}{' '}
        <PageLink className="link" to="/freshness">
          {t('board')}
        </PageLink>
      </p>
    </details>
  )
}
