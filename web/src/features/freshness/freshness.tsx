import './freshness.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { freshnessQuery } from '../../api/freshness.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Board } from './board.tsx'

/** Page `/freshness`: how long ago the inventory was verified, for everybody to see. */
export function Freshness() {
  const t = useTranslations('freshness')
  const common = useTranslations('common')
  usePageTitle(t('title'))
  const format = useFormat()
  const region = useApp((state) => state.params.region)
  const { data: board, error, dataUpdatedAt, refetch } = useQuery(freshnessQuery)
  return (
    <main id="main" className="freshness-page" aria-busy={!board && !error}>
      <header className="freshness-head">
        <h1>{t('title')}</h1>
        <p>{t('intro')}</p>
        {board && (
          <p className="note">
            {t('status', { date: format.day(board.today), version: format.number(board.version) })}
            {board.illustrative && <strong> {common('illustrative')}</strong>}
          </p>
        )}
      </header>
      <DataState error={error} isEmpty={!board} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {board && <Board board={board} region={board.regions.find(({ id }) => id === region) ?? null} />}
    </main>
  )
}
