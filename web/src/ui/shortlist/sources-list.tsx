import type { FrozenShortlist } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { SourceLine } from '../source-line.tsx'

/** What a dossier rests on: weights, assumptions, rates, rules and every source. */
export function SourcesList({ frozen }: { frozen: FrozenShortlist }) {
  const t = useTranslations('dossier')
  const format = useFormat()
  const { shortlist, rates, rules, sources } = frozen
  return (
    <section className="dossier-sources" aria-labelledby="dossier-sources">
      <h2 id="dossier-sources">{t('sources.title')}</h2>
      <dl>
        <dt>{t('sources.weights')}</dt>
        <dd>
          {format.list(
            Object.entries(shortlist.weights).map(
              ([criterion, weight]) =>
                `${t(`criterion.${criterion as 'rent'}`)} ${format.number(weight, { maxDigits: 2 })}`,
            ),
          )}
        </dd>
        <dt>{t('sources.assumptions')}</dt>
        <dd>
          {t('sources.assumed', {
            months: shortlist.assumptions.termMonths,
            areaM2: format.number(shortlist.assumptions.areaM2PerSeat, { maxDigits: 1 }),
          })}
        </dd>
        <dt>{t('sources.rates')}</dt>
        <dd>
          {rates.length === 0
            ? t('sources.noRates')
            : format.list(
                rates.map(({ currency, madPerUnit, asOf }) =>
                  t('sources.rate', {
                    currency,
                    mad: format.number(Number(madPerUnit), { maxDigits: 4 }),
                    day: asOf ? format.asOf(asOf) : '',
                  }),
                ),
              )}
        </dd>
        <dt>{t('sources.rules')}</dt>
        <dd>
          <bdi>{rules}</bdi>
        </dd>
      </dl>
      <ol className="dossier-source-list">
        {sources.map(({ id, properties: source }) => (
          <li key={id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ol>
    </section>
  )
}
