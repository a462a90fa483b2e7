import './import.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'
import { importQuery } from '../../api/imports.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Review } from './review.tsx'
import { Start } from './start.tsx'

/** Page `/manage/import`: files of units beside the catalogue, applied as one change and taken back as one. */
export function Import() {
  const t = useTranslations('import')
  usePageTitle(t('title'))
  const id = useApp((state) => state.params.import)
  return (
    <main id="main" className="import">
      <header className="import-top">
        <h1 className="import-title">{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      {id ? <InProgress key={id} id={id} /> : <Start />}
    </main>
  )
}

const leave = () => useApp.getState().setParam('import', null, 'push')

/** A file that was sent: also when its address is opened again later. */
function InProgress({ id }: { id: string }) {
  const t = useTranslations('import')
  const { data, error, dataUpdatedAt, refetch } = useQuery(importQuery(id))
  if (error instanceof ApiError && error.code === 'import.unknown') {
    return (
      <section className="import-part" role="alert">
        <p>{t('problem.expired')}</p>
        <button type="button" className="btn" onClick={leave}>
          {t('other')}
        </button>
      </section>
    )
  }
  return (
    <>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {!data && !error && (
        <p className="import-part" role="status">
          {t('opening')}
        </p>
      )}
      {data && <Review file={data} onLeave={leave} />}
    </>
  )
}
