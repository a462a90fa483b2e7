import './zone.css'
import './yearbook.css'
import './zone-sources.css'
import './zone-sizes.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { collectionQuery } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useToldVisit } from '../../ui/use-told-visit.ts'
import { ZoneMissing } from './zone-missing.tsx'
import { ZonePage } from './zone-page.tsx'
import { ZoneWaiting } from './zone-waiting.tsx'

/** Page `/zones/:id`: all that is known of one zone, and who says so. */
export function Zone() {
  const { id = '' } = useParams<{ id: string }>()
  const t = useTranslations('zone')
  const common = useTranslations('common')
  const { language } = useFormat()
  const { data: zones, error, refetch } = useQuery(collectionQuery('zones'))
  const zone = zones?.find((candidate) => candidate.id === id)
  usePageTitle(
    zone ? nameOf(zone.properties, language) : zones ? t('missing.title') : error ? common('unread') : t('loading'),
  )
  useToldVisit('zone', zone ? [zone.id] : null)
  if (zone) return <ZonePage key={zone.id} zone={zone} />
  if (zones) return <ZoneMissing id={id} />
  if (!error) return <ZoneWaiting />
  return (
    <main id="main" className="plain-page">
      <div className="plain-alert" role="alert">
        <h1 className="title">{common('unread')}</h1>
        <p>{common('kept')}</p>
      </div>
      <button type="button" className="btn primary" onClick={() => void refetch()}>
        {common('retry')}
      </button>
    </main>
  )
}
