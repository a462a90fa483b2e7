import { useQuery } from '@tanstack/react-query'
import type { ShortlistSite } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../api/features.ts'
import { isolate } from '../i18n/format.ts'
import { shortNameOf } from '../i18n/names.ts'
import { useFormat } from '../i18n/use-format.ts'
import { MOST_COMPARED } from '../state/selection-slice.ts'
import { useShortlist } from '../state/shortlist.ts'
import { Icon } from './icon.tsx'
import { PageLink } from './page-link.tsx'
import { Sheet } from './sheet.tsx'

/** The sites kept in this browser: to open, to compare, to take out. */
export function Basket({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('common.basket')
  const { language, comma } = useFormat()
  const ids = useShortlist((state) => state.ids)
  const sites = useShortlist((state) => state.content.sites)
  const { toggle, clear } = useShortlist.getState()
  const { data: zones } = useQuery({ ...collectionQuery('zones'), enabled: isOpen })
  const name = ({ zoneId, officeIds }: Pick<ShortlistSite, 'zoneId' | 'officeIds'>) => {
    const zone = zones?.find((candidate) => candidate.id === zoneId)
    const known = zone ? shortNameOf(zone.properties, language) : zoneId
    return officeIds.length === 0 ? known : [known, ...officeIds.map(isolate)].join(comma)
  }
  const compared = ids.slice(0, MOST_COMPARED)
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      foot={
        sites.length > 0 && (
          <>
            <PageLink className="btn primary" to="/shortlist" onClick={onClose}>
              {t('open')}
            </PageLink>
            {compared.length >= 2 && (
              <PageLink className="btn" to="/compare" change={{ compared }} onClick={onClose}>
                {t('compare')}
              </PageLink>
            )}
          </>
        )
      }
    >
      {sites.length === 0 ? (
        <p className="basket-empty muted">{t('empty')}</p>
      ) : (
        <>
          <p className="basket-empty note">{t('count', { count: sites.length })}</p>
          <ol className="basket">
            {sites.map((site) => (
              <li key={site.id}>
                <PageLink to={`/zones/${site.zoneId}`} onClick={onClose}>
                  {name(site)}
                </PageLink>
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={t('remove', { site: name(site) })}
                  onClick={() => toggle(site.zoneId, site.officeIds)}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ol>
          <button type="button" className="link" onClick={clear}>
            {t('clear')}
          </button>
        </>
      )}
    </Sheet>
  )
}
