import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { recordVerificationQuery } from '../../api/record.ts'
import { isolateLtr } from '../../i18n/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useRecordWords } from '../../ui/record/use-record-words.ts'

const SHOWN_DIGITS = 16

/** Whether the record is whole, as the server has just recomputed it, and the last link of its chain. */
export function Verification() {
  const t = useTranslations('history.chain')
  const { instant } = useRecordWords()
  const { data, error, refetch, isFetching } = useQuery(recordVerificationQuery)
  if (error) {
    return (
      <p className="history-chain">
        {t('unread')}{' '}
        <button type="button" className="link" onClick={() => void refetch()}>
          {t('again')}
        </button>
      </p>
    )
  }
  if (!data) return <p className="history-chain">{t('checking')}</p>
  const isSound = data.isWhole && data.isPresentRight && data.strays === 0
  const counts = { commits: data.commits, changes: data.changes }
  return (
    <div
      className={isSound ? 'history-chain is-sound' : 'history-chain is-broken'}
      role={isSound ? undefined : 'alert'}
    >
      <p>
        <Icon name={isSound ? 'check' : 'close'} /> <b>{t(isSound ? 'whole' : data.isWhole ? 'present' : 'broken')}</b>
        {data.broken && <bdi> {data.broken.commit}</bdi>}
      </p>
      <p className="note">
        {t('counts', counts)} {t('at', { time: instant(data.at) })}{' '}
        {data.head && (
          <span title={data.head}>{t('head', { head: isolateLtr(`${data.head.slice(0, SHOWN_DIGITS)}…`) })}</span>
        )}
      </p>
      <button type="button" className="link note" disabled={isFetching} onClick={() => void refetch()}>
        {t('again')}
      </button>
    </div>
  )
}
