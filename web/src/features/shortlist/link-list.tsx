import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Freeze, type Link, linksQuery, revokeLink } from '../../api/shortlists.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { shortHash } from '../../ui/shortlist/frozen-words.ts'

/** Every link to this shortlist: for whom, until when, opened how often; and its end. */
export function LinkList({ shortlistId, freezes }: { shortlistId: string; freezes: readonly Freeze[] }) {
  const t = useTranslations('shortlist.links')
  const { data: links } = useQuery(linksQuery(shortlistId))
  if (!links || links.length === 0) return null
  return (
    <>
      <h3>{t('title')}</h3>
      <ul className="shortlist-links">
        {links.map((link) => (
          <Item
            key={link.id}
            link={link}
            shortlistId={shortlistId}
            freeze={freezes.find(({ id }) => id === link.freezeId)}
          />
        ))}
      </ul>
    </>
  )
}

function Item({ link, shortlistId, freeze }: { link: Link; shortlistId: string; freeze: Freeze | undefined }) {
  const t = useTranslations('shortlist.links')
  const { instant } = useFormat()
  const queries = useQueryClient()
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  const isOver = link.revokedAt !== null || new Date(link.expiresAt) <= new Date()
  const name = link.recipient ?? t('everybody')
  const end = async () => {
    try {
      await revokeLink(link.id)
      setState('idle')
      await queries.invalidateQueries({ queryKey: linksQuery(shortlistId).queryKey })
    } catch {
      setState('failed')
    }
  }
  return (
    <li data-over={isOver || undefined}>
      <b>
        <bdi>{name}</bdi>
      </b>
      <span>
        {link.revokedAt
          ? t('revoked', { time: instant(new Date(link.revokedAt)) })
          : t(isOver ? 'ended' : 'until', { time: instant(new Date(link.expiresAt)) })}
        {link.hasPassphrase && <span className="note"> {t('passphrase')}</span>}
      </span>
      <span>
        {link.lastOpenedAt
          ? t('opened', { count: link.openings, time: instant(new Date(link.lastOpenedAt)) })
          : t('unopened')}
        {freeze && <span className="note dossier-under">{t('of', { id: isolate(shortHash(freeze.hash)) })}</span>}
      </span>
      {!isOver && state !== 'asking' && (
        <button type="button" className="link" aria-label={t('revokeFor', { name })} onClick={() => setState('asking')}>
          {t('revoke')}
        </button>
      )}
      {!isOver && state === 'asking' && (
        <span>
          {t('ask')}{' '}
          <button type="button" className="btn" onClick={() => void end()}>
            {t('yes')}
          </button>{' '}
          <button type="button" className="link" onClick={() => setState('idle')}>
            {t('no')}
          </button>
        </span>
      )}
      {state === 'failed' && <span role="alert">{t('failed')}</span>}
    </li>
  )
}
