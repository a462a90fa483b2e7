import { Combobox } from '@base-ui/react/combobox'
import { matchesName, type RuleZone } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { cityOf, nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'

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
    <Combobox.Root<RuleZone>
      // A new one for each site taken, so that its field is empty again.
      key={compared.length}
      items={items}
      autoHighlight
      itemToStringLabel={(zone) => nameOf(zone.properties, language)}
      filter={(zone, query) => matchesName(query, namesOf(zone))}
      onValueChange={(zone) => zone && toggleCompared(zone.id)}
    >
      <Combobox.Input className="add-input" aria-label={t('label')} placeholder={t('placeholder')} />
      <Combobox.Portal>
        <Combobox.Positioner className="floating" sideOffset={4} align="end">
          <Combobox.Popup className="add-popup">
            <Combobox.Empty className="add-empty">{t('none')}</Combobox.Empty>
            <Combobox.List className="add-list">
              {(zone: RuleZone) => (
                <Combobox.Item key={zone.id} value={zone} className="add-item">
                  <span>{nameOf(zone.properties, language)}</span>
                  <span className="note">{cityOf(zone.properties, language)}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
