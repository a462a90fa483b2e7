import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { GRADES } from '../../ui/grades.ts'
import type { SourceNumbers } from './source-sup.tsx'
import { useShortDate } from './use-short-date.ts'

/** The sources in the order of their numbers, and what the marks of evidence mean. */
export function SourceList({ numbers }: { numbers: SourceNumbers }) {
  const t = useTranslations('zone.sources')
  const words = useTranslations('provenance')
  const comma = useTranslations('zone')('comma')
  const common = useTranslations('common')
  const format = useFormat()
  const shortDate = useShortDate()
  const { data: sources, error, refetch } = useQuery(collectionQuery('sources'))
  return (
    <section aria-labelledby="zone-sources" className="zone-sources">
      <h2 id="zone-sources">
        {t('title')} <span className="unit">{format.number(numbers.size)}</span>
      </h2>
      {error && !sources ? (
        <p role="alert" className="zone-trouble">
          {words('unread')}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            {common('retry')}
          </button>
        </p>
      ) : (
        <ol>
          {[...numbers].map(([id, number]) => {
            const source = sources?.find((candidate) => candidate.id === id)?.properties
            const date = source?.publishedOn ? shortDate(source.publishedOn) : null
            return (
              <li key={id}>
                <b>{format.number(number)}</b>
                <span>
                  {source?.url ? (
                    <a href={source.url} rel="noreferrer" target="_blank" title={source.title}>
                      <bdi>{source.publisher}</bdi>
                      <span className="sr"> {source.title}</span>
                    </a>
                  ) : (
                    <bdi title={source?.title}>{source?.publisher ?? id}</bdi>
                  )}
                  {date && (
                    <span className="muted">
                      {comma}
                      {date}
                    </span>
                  )}
                </span>
              </li>
            )
          })}
        </ol>
      )}
      <ul className="grade-key" aria-label={words('legend')}>
        {GRADES.map((grade) => (
          <li key={grade}>
            <GradeMark grade={grade} decorative /> {words(`grade.${grade}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
