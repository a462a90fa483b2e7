import { failingTerms, type Need, type ZoneEvaluation } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { termKey } from './term-key.ts'

/** The rest, folded away: each with the terms it does not meet, so that nobody is left out without a reason. */
export function OtherSites({ need, sites }: { need: Need; sites: readonly ZoneEvaluation[] }) {
  const t = useTranslations('explore.others')
  const terms = useTranslations('need.term')
  const format = useFormat()
  const { hover } = useApp.getState()
  const [isOpen, setIsOpen] = useState(false)
  if (sites.length === 0) return null
  return (
    // Folded, it holds nothing: two hundred lines that nobody reads would be made anew with every change.
    <details className="others" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('show', { count: sites.length })}</summary>
      <ul>
        {(isOpen ? sites : []).map((site) => (
          <li
            key={site.zone.id}
            onPointerEnter={() => hover(site.zone.id)}
            onPointerLeave={() => hover(null)}
            onFocus={() => hover(site.zone.id)}
            onBlur={() => hover(null)}
          >
            <PageLink to={`/zones/${site.zone.id}`} data-row-link>
              {shortNameOf(site.zone.properties, format.language)}
            </PageLink>
            <span className="note">
              {t('fails', {
                terms: format.list(failingTerms(site).map((term) => terms(termKey(term, need.contiguous)))),
              })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
