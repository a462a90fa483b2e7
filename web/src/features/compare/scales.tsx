import { useQuery } from '@tanstack/react-query'
import { CRITERIA, DEFAULT_ASKED_SEATS, SCALES } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { measureFor } from './profile-url.ts'
import { seriesOf } from './series.ts'
import type { Kind } from './subjects.ts'
import { useMeasureWords } from './use-measure-words.ts'
import type { Scored } from './use-scores.ts'

interface ScalesProps {
  byLanguage: boolean
  scored: Scored
  names: readonly string[]
  kind: Kind
}

/** The fixed scales: what each criterion is measured by, its reference values and why, and the sites' own values. */
export function Scales({ byLanguage, scored, names, kind }: ScalesProps) {
  const t = useTranslations('compare')
  const common = useTranslations('common')
  const format = useFormat()
  const words = useMeasureWords()
  const { data: sources } = useQuery(collectionQuery('sources'))
  return (
    <details className="scales">
      <summary>{t('scales.title')}</summary>
      <p className="note">{t(kind === 'offices' ? 'scales.introOffices' : 'scales.intro')}</p>
      <dl>
        {CRITERIA.map((criterion, place) => {
          const measure = measureFor(criterion, byLanguage)
          const scale = SCALES[measure]
          const inUnit = (value: number) =>
            words.value(measure, criterion === 'availability' ? value * DEFAULT_ASKED_SEATS : value)
          const given = scale.sources.flatMap((id) => {
            const source = sources?.find((candidate) => candidate.id === id)?.properties
            return source ? [{ id, ...source }] : []
          })
          return (
            <div key={criterion}>
              <dt>{t(`criterion.${criterion}`)}</dt>
              <dd>
                <p className="scale-points">
                  {scale.points.map(([value, share]) => (
                    <bdi key={value}>
                      {t('scales.point', { value: inUnit(value), share: format.percent(share * 100) })}
                    </bdi>
                  ))}
                </p>
                <p>{scale.reason[format.language]}</p>
                <p className="scale-values">
                  {names.map((name, i) => {
                    const value = scored.scores[i]?.contributions[place]?.value ?? null
                    return (
                      <span key={seriesOf(i).letter}>
                        <span aria-hidden="true">{seriesOf(i).letter}</span>
                        <span className="sr">{name}</span>{' '}
                        {value === null ? (
                          <span className="unknown">{common('unknown')}</span>
                        ) : (
                          <bdi>{inUnit(value)}</bdi>
                        )}
                      </span>
                    )
                  })}
                </p>
                {given.map((source) => (
                  <p key={source.id} className="note">
                    {source.url ? (
                      <a className="link" href={source.url} target="_blank" rel="noreferrer">
                        {isolate(source.title)}
                      </a>
                    ) : (
                      isolate(source.title)
                    )}{' '}
                    {isolate(source.publisher)}
                    {source.publishedOn && `, ${format.asOf(source.publishedOn)}`}
                  </p>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
