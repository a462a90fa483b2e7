import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useOutbox } from '../../state/outbox.ts'

function onNetwork(listener: () => void): () => void {
  for (const type of ['online', 'offline']) addEventListener(type, listener)
  return () => {
    for (const type of ['online', 'offline']) removeEventListener(type, listener)
  }
}

/** Whether there is a network, and how many changes wait on this device. */
export function Outbox() {
  const t = useTranslations('console.outbox')
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine)
  const waiting = useOutbox(
    ({ entries }) => entries.filter(({ state }) => state === 'queued' || state === 'sending').length,
  )
  const stopped = useOutbox(
    ({ entries }) => entries.filter(({ state }) => state === 'conflict' || state === 'refused').length,
  )
  return (
    <p className={isOnline ? 'console-net' : 'console-net is-offline'} role="status">
      <span className="console-dot" aria-hidden="true" />
      {t(isOnline ? 'online' : 'offline')}
      {waiting > 0 && <b>{t('waiting', { count: waiting })}</b>}
      {stopped > 0 && <b className="console-stopped">{t('stopped', { count: stopped })}</b>}
    </p>
  )
}
