import './data.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataState } from '../../ui/data-state.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Access } from './access.tsx'
import { Collections } from './collections.tsx'
import { Evidence } from './evidence.tsx'
import { Licences } from './licences.tsx'
import { Rates } from './rates.tsx'
import { Sources } from './sources.tsx'

const SECTIONS = ['access', 'collections', 'evidence', 'rates', 'licences', 'sources'] as const

/** Page `/data`: everything the pages show, as data, and who says so. */
export function Data() {
  const t = useTranslations('data')
  const common = useTranslations('common')
  usePageTitle(t('title'))
  const format = useFormat()
  const { data: catalogue, error, dataUpdatedAt, refetch } = useQuery(catalogueQuery)
  return (
    <main id="main" className="data-page">
      <header className="data-head">
        <h1>{t('title')}</h1>
        <p>{t('intro')}</p>
        {catalogue && (
          <p className="note">
            {t('status', { date: format.day(catalogue.today), version: format.number(catalogue.version) })}
            {catalogue.illustrative && <strong> {common('illustrative')}</strong>}
          </p>
        )}
      </header>
      <DataState error={error} isEmpty={!catalogue} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      <div className="data-body">
        <nav className="data-toc" aria-label={t('toc')}>
          <ul>
            {SECTIONS.map((section) => (
              <li key={section}>
                <a href={`#${section}`}>{t(`${section}.title`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="data-sections">
          <Access />
          <Collections />
          <Evidence />
          <Rates />
          <Licences />
          <Sources />
        </div>
      </div>
    </main>
  )
}
