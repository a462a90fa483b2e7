import { useTranslations } from 'use-intl'

/** Rows as hairlines at their final height: nothing jumps when the figures arrive. */
export function WaitingRows({ rows }: { rows: number }) {
  return (
    <div className="zone-wait-rows" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <i key={row} />
      ))}
    </div>
  )
}

export function ZoneWaiting() {
  const t = useTranslations('zone')
  return (
    <main id="main" className="zone" aria-busy="true">
      <p className="sr">{t('loading')}</p>
      <div className="zone-head zone-head-wait" aria-hidden="true" />
      <div className="zone-three">
        <WaitingRows rows={12} />
        <WaitingRows rows={12} />
        <WaitingRows rows={8} />
      </div>
    </main>
  )
}
