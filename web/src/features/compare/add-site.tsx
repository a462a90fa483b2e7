import { matchesName, type RuleZone } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { cityOf, nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { PickBox } from '../../ui/pick-box.tsx'

const namesOf = ({ properties: zone }: RuleZone) => [
  zone.nameFr,
  zone.nameAr,
  zone.nameEn,
  zone.cityFr,
  zone.cityAr,
  zone.cityEn,
]

/** Takes one more zone into the comparison, found by its name or its town in any of the three scripts. */
export function AddSite({ zones }: { zones: readonly RuleZone[] }) {
  const t = useTranslations('compare.add')
  const { language } = useFormat()
  const compared = useApp((state) => state.compared)
  const { toggleCompared } = useApp.getState()
  const items = zones
    .filter(({ id }) => !compared.includes(id))
    .sort((a, b) => nameOf(a.properties, language).localeCompare(nameOf(b.properties, language), language))
  return (
    <PickBox
      label={t('label')}
      placeholder={t('placeholder')}
      none={t('none')}
      items={items}
      idOf={(zone) => zone.id}
      matches={(zone, query) => matchesName(query, namesOf(zone))}
      onPick={(zone) => toggleCompared(zone.id)}
    >
      {(zone) => (
        <>
          <span>{nameOf(zone.properties, language)}</span>
          <span className="note">{cityOf(zone.properties, language)}</span>
        </>
      )}
    </PickBox>
  )
}
