import './brand.css'
import { useQuery } from '@tanstack/react-query'
import { maySomewhere } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { brandQuery } from '../../api/brand.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { DataState } from '../../ui/data-state.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { BrandForm } from './brand-form.tsx'
import { MarkField } from './mark-field.tsx'
import { Preview } from './preview.tsx'
import { useBrandDraft } from './use-brand-draft.ts'

/** Page `/agency/brand`: how the organisation appears on its dossiers and shared pages. */
export function Brand() {
  const t = useTranslations('brand')
  usePageTitle(t('title'))
  const { person } = useConsole()
  return (
    <main id="main" className="brand-page">
      <header className="brand-top">
        <h1 className="title">{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      {maySomewhere(person.grants, 'change-brand') ? <OwnBrand /> : <p className="brand-part">{t('noRight')}</p>}
    </main>
  )
}

function OwnBrand() {
  const t = useTranslations('brand')
  const { number, instant } = useFormat()
  const { data, error, dataUpdatedAt, refetch } = useQuery(brandQuery)
  const draft = useBrandDraft(data)
  if (!data || !draft.body) {
    return (
      <section className="brand-part" aria-busy={!error}>
        <p className="sr" role="status">
          {!error && t('reading')}
        </p>
        <DataState error={error} isEmpty readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      </section>
    )
  }
  return (
    <>
      <DataState error={error} isEmpty={false} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {data.lastsHours !== null && (
        <p className="brand-demo">
          {t('demo', { hours: number(data.lastsHours) })}{' '}
          {data.expiresAt !== null && t('until', { time: instant(new Date(data.expiresAt)) })}
        </p>
      )}
      <div className="brand-sides">
        <div>
          <BrandForm body={draft.body} draft={draft} />
          <MarkField saved={data} onWritten={draft.rebase} />
        </div>
        <Preview body={draft.body} saved={data} />
      </div>
    </>
  )
}
