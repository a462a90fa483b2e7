import { useQuery } from '@tanstack/react-query'
import { matchesName } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { cityOf, nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { Icon } from '../../ui/icon.tsx'
import { PickBox } from '../../ui/pick-box.tsx'
import { useZoneNames } from './use-zone-names.ts'

const MOST = 12
const ID = /^[a-z0-9-]{1,60}$/

const sitesIn = (text: string | undefined): string[] =>
  [...new Set((text ?? '').split(',').filter((id) => ID.test(id)))].slice(0, MOST)

/** The sites in the address, in their order; those that are in no catalogue are not there. */
export function useChosenSites(): string[] {
  const text = useApp((state) => state.params.sites)
  const { data } = useQuery(collectionQuery('zones'))
  return sitesIn(text).filter((id) => !data || data.some((zone) => zone.id === id))
}

const keep = (ids: readonly string[]) => useApp.getState().setParam('sites', ids.length > 0 ? ids.join(',') : null)

/** Which sites are offered. Their order is that of the workbook's columns where it numbers them. */
export function SiteChoice({ isMissing }: { isMissing: boolean }) {
  const t = useTranslations('requests.sites')
  const id = useId()
  const { language } = useFormat()
  const { data = [] } = useQuery(collectionQuery('zones'))
  const zoneName = useZoneNames()
  const chosen = useChosenSites()
  const others = data
    .filter((zone) => !chosen.includes(zone.id))
    .sort((a, b) => nameOf(a.properties, language).localeCompare(nameOf(b.properties, language), language))
  return (
    <div className="rfi-sites">
      <p>{t('hint')}</p>
      {chosen.length > 0 && (
        <ol aria-label={t('chosen')}>
          {chosen.map((zone) => (
            <li key={zone}>
              <span>{zoneName(zone)}</span>
              <button
                type="button"
                className="icon-btn"
                aria-label={t('remove', { site: isolate(zoneName(zone)) })}
                onClick={() => keep(chosen.filter((one) => one !== zone))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ol>
      )}
      {chosen.length < MOST && (
        <PickBox
          label={t('add')}
          placeholder={t('add')}
          none={t('none')}
          items={others}
          idOf={(zone) => zone.id}
          matches={({ properties: zone }, query) =>
            matchesName(query, [zone.nameFr, zone.nameAr, zone.nameEn, zone.cityFr, zone.cityAr, zone.cityEn])
          }
          onPick={(zone) => keep([...chosen, zone.id])}
        >
          {(zone) => (
            <>
              <span>{nameOf(zone.properties, language)}</span>
              <span className="note">{cityOf(zone.properties, language)}</span>
            </>
          )}
        </PickBox>
      )}
      {isMissing && (
        <p id={id} role="alert" className="rfi-problem">
          {t('missing')}
        </p>
      )}
    </div>
  )
}
