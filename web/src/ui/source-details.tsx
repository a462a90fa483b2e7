import { METHODS, type Provenance } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../i18n/use-format.ts'
import { GradeMark } from './grade-mark.tsx'
import { SourceLine } from './source-line.tsx'
import { useSources } from './use-sources.tsx'

/** Who says so: grade, sources with publisher and date, method and radius. */
export function SourceDetails({ label, provenance }: { label: string; provenance: Provenance }) {
  const t = useTranslations('provenance')
  const format = useFormat()
  const { sources, isError } = useSources()
  const { grade, asOf, method, radiusM } = provenance
  const named = method ? METHODS[method as keyof typeof METHODS] : undefined
  return (
    <section className="source" aria-label={label}>
      <p className="source-grade">
        <GradeMark grade={grade} decorative />
        <b>{label}</b>
        <span>{t('said', { name: t(`grade.${grade}`), words: t(`meaning.${grade}`) })}</span>
        <span className="muted">{asOf ? t('asOf', { date: format.asOf(asOf) }) : t('noDate')}</span>
      </p>
      {isError && <p className="note">{t('unread')}</p>}
      <ul>
        {provenance.sources.map((id) => {
          const source = sources?.find((candidate) => candidate.id === id)?.properties
          if (!source) return null
          return (
            <li key={id}>
              <SourceLine source={source} />
            </li>
          )
        })}
      </ul>
      {named && <p className="note">{t('said', { name: t('method'), words: named[format.language] })}</p>}
      {radiusM !== undefined && <p className="note">{t('radius', { distance: format.distance(radiusM / 1000) })}</p>}
    </section>
  )
}
