import './inventory.css'
import { DirectionProvider } from '@base-ui/react/direction-provider'
import { Tabs } from '@base-ui/react/tabs'
import { useQuery } from '@tanstack/react-query'
import type { ZoneEvaluation } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Catalogue } from '../../api/catalogue.ts'
import { zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { directionOf } from '../../i18n/languages.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { BlockSentence } from './block-sentence.tsx'
import { BuildingPlan } from './building-plan.tsx'
import { commonPrefix } from './common-prefix.ts'
import { DayChoice } from './day-choice.tsx'
import { WaitingRows } from './zone-waiting.tsx'

export function IllustrativeMark({ text }: { text: string }) {
  return (
    <span className="ill">
      <GradeMark grade="illustrative" decorative /> {text}
    </span>
  )
}

interface InventoryProps {
  zoneId: string
  catalogue: Catalogue
  /** at the day shown */
  evaluation: ZoneEvaluation | null
  on: string
  asked: string | null
  /** true: the block answers a need that was asked */
  isAnswer: boolean
}

/** Building by building, floor by floor: what is free on the day shown, and what answers. */
export function Inventory({ zoneId, catalogue, evaluation, on, asked, isAnswer }: InventoryProps) {
  const t = useTranslations('zone.inventory')
  const common = useTranslations('common')
  const format = useFormat()
  const wanted = useApp((state) => state.params.building)
  const { setParam } = useApp.getState()
  const { data, error, refetch } = useQuery(zoneInventoryQuery(zoneId))
  const heading = (
    <h2 id="zone-inventory">
      {t('title')}
      {catalogue.illustrative && data && data.buildings.length > 0 && <IllustrativeMark text={t('illustrative')} />}
    </h2>
  )
  if (!data)
    return (
      <section aria-labelledby="zone-inventory" aria-busy={!error}>
        {heading}
        {error ? (
          <p role="alert" className="zone-trouble">
            {t('readError')}{' '}
            <button type="button" className="link" onClick={() => void refetch()}>
              {common('retry')}
            </button>
          </p>
        ) : (
          <WaitingRows rows={9} />
        )}
      </section>
    )
  const { buildings, offices } = data
  if (buildings.length === 0)
    return (
      <section aria-labelledby="zone-inventory">
        {heading}
        <p className="zone-none">
          <b>{t('none')}</b> {t('noneWhy')}
        </p>
      </section>
    )
  const names = buildings.map(({ properties }) => nameOf(properties, format.language))
  const { prefix, rest } = commonPrefix(names)
  const block = evaluation?.block ?? null
  const known = (id: string | undefined) => buildings.find((building) => building.id === id)
  const shown = known(wanted) ?? known(block?.buildingId) ?? buildings[0]
  const blockBuilding = known(block?.buildingId)
  return (
    <section aria-labelledby="zone-inventory">
      {heading}
      <DirectionProvider direction={directionOf(format.language)}>
        <Tabs.Root value={shown?.id ?? ''} onValueChange={(id: string) => setParam('building', id)}>
          <div className="inventory-bar">
            <div className="tabs-line">
              {prefix && <span aria-hidden="true">{prefix}</span>}
              <Tabs.List className="tabs" aria-label={t('buildings')}>
                {buildings.map(({ id }, i) => (
                  <Tabs.Tab key={id} value={id} className="tab" aria-label={names[i]}>
                    {rest[i]}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </div>
            <DayChoice today={catalogue.today} on={on} asked={asked} />
          </div>
          {buildings.map((building) => (
            <Tabs.Panel key={building.id} value={building.id}>
              <BuildingPlan
                building={building}
                offices={offices.get(building.id) ?? []}
                on={on}
                today={catalogue.today}
                block={block?.buildingId === building.id ? block : null}
                isAnswer={isAnswer}
              />
            </Tabs.Panel>
          ))}
        </Tabs.Root>
      </DirectionProvider>
      {block && blockBuilding ? (
        <BlockSentence
          block={block}
          building={blockBuilding}
          offices={offices.get(blockBuilding.id) ?? []}
          today={catalogue.today}
          isAnswer={isAnswer}
        />
      ) : (
        evaluation && <p className="block-line">{t('empty', { date: format.day(on) })}</p>
      )}
    </section>
  )
}
