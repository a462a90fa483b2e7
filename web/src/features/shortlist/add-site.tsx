import { useQuery } from '@tanstack/react-query'
import { matchesName, type Shortlist } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { cityOf, nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { PickBox } from '../../ui/pick-box.tsx'

/** Takes one more zone into the shortlist, found by its name or its town in any of the three scripts. */
export function AddSite({ onAdd, taken }: { onAdd: (zoneId: string) => void; taken: Shortlist['sites'] }) {
  const t = useTranslations('shortlist.add')
  const { language } = useFormat()
  const common = useTranslations('common')
  const { data } = useQuery(collectionQuery('zones'))
  const zones = data ?? []
  const whole = new Set(taken.filter(({ officeIds }) => officeIds.length === 0).map(({ zoneId }) => zoneId))
  const items = zones
    .filter(({ id }) => !whole.has(id))
    .sort((a, b) => nameOf(a.properties, language).localeCompare(nameOf(b.properties, language), language))
  return (
    <PickBox
      label={t('label')}
      placeholder={t('placeholder')}
      none={data ? t('none') : common('loading')}
      items={items}
      idOf={({ id }) => id}
      matches={({ properties: zone }, query) =>
        matchesName(query, [zone.nameFr, zone.nameAr, zone.nameEn, zone.cityFr, zone.cityAr, zone.cityEn])
      }
      onPick={({ id }) => onAdd(id)}
    >
      {({ properties }) => (
        <>
          <span>{nameOf(properties, language)}</span>
          <span className="note">{cityOf(properties, language)}</span>
        </>
      )}
    </PickBox>
  )
}
