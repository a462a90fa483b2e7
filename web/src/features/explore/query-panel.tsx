import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { useApp } from '../../state/store.ts'
import { Icon } from '../../ui/icon.tsx'
import { needQuery } from './need-query.ts'

/** The same question in CQL2: to read, to copy, and to send to the API as it stands. */
export function QueryPanel({ zoneIndex }: { zoneIndex: ZoneIndex }) {
  const t = useTranslations('explore.need')
  const need = useApp((state) => state.need)
  const [copied, setCopied] = useState('')
  const { cql2, href } = needQuery(need, zoneIndex)
  return (
    <div className="query">
      <h2 className="eyebrow">{t('queryTitle')}</h2>
      <pre dir="ltr" lang="en">
        <code>{cql2 || 'TRUE'}</code>
      </pre>
      <p className="query-acts">
        <button
          type="button"
          className="btn"
          onClick={() => void navigator.clipboard.writeText(cql2 || 'TRUE').then(() => setCopied(cql2))}
        >
          <Icon name="copy" />
          <span aria-live="polite">{t(copied === cql2 && cql2 ? 'copied' : 'copy')}</span>
        </button>
        <a className="link" href={href}>
          {t('send')}
        </a>
      </p>
    </div>
  )
}
