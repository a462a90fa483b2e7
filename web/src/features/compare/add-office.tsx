import { useQuery } from '@tanstack/react-query'
import { foldName, type Office, type RuleZone } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { fetchJson } from '../../api/fetch-json.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { atThatTime } from '../../state/as-of.ts'
import { useApp } from '../../state/store.ts'
import { PickBox } from '../../ui/pick-box.tsx'

/** Takes one more office: first its zone, then its unit by code or floor. */
export function AddOffice({ zones }: { zones: readonly RuleZone[] }) {
  const t = useTranslations('compare.add')
  const row = useTranslations('compare.row')
  const { language, number } = useFormat()
  const compared = useApp((state) => state.compared)
  const { toggleCompared } = useApp.getState()
  const [zoneId, setZoneId] = useState('')
  const { data: offices } = useQuery({
    queryKey: ['offices-of', zoneId],
    enabled: zoneId !== '',
    queryFn: async ({ signal }) => {
      const path = atThatTime(`/ogc/collections/offices/items?f=json&limit=1000&zoneId=${encodeURIComponent(zoneId)}`)
      return (await fetchJson<{ features: Feature<Office>[] }>(path, signal)).features
    },
  })
  const sorted = [...zones].sort((a, b) =>
    nameOf(a.properties, language).localeCompare(nameOf(b.properties, language), language),
  )
  return (
    <div className="add-office">
      <select aria-label={t('zone')} value={zoneId} onChange={(event) => setZoneId(event.target.value)}>
        <option value="">{t('zone')}</option>
        {sorted.map(({ id, properties }) => (
          <option key={id} value={id}>
            {nameOf(properties, language)}
          </option>
        ))}
      </select>
      {zoneId !== '' && offices && (
        <PickBox
          label={t('office')}
          placeholder={t('officePlaceholder')}
          none={t('noOffice')}
          items={offices.filter(({ id }) => !compared.includes(id))}
          idOf={(office) => office.id}
          matches={(office, query) => foldName(office.properties.name).startsWith(foldName(query))}
          onPick={(office) => toggleCompared(office.id)}
        >
          {(office) => (
            <>
              <bdi>{office.properties.name}</bdi>
              <span className="note">
                {t('officeLine', {
                  seats: number(office.properties.seats),
                  state: row(`states.${office.properties.status}`),
                })}
              </span>
            </>
          )}
        </PickBox>
      )}
    </div>
  )
}
