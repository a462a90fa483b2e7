import { useQuery } from '@tanstack/react-query'
import { evaluate, isIsoDay, type Zone } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { collectionQuery, type Feature } from '../../api/features.ts'
import { ruleZone, useZoneIndex } from '../../api/zone-index.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { LiveChanges } from '../../ui/live-changes.tsx'
import { provenanceOf } from '../../ui/provenance.ts'
import { FactTable } from './fact-table.tsx'
import { asksAnything, fitOf } from './fit.ts'
import { incentiveProvenance } from './incentive-provenance.ts'
import { Incentives } from './incentives.tsx'
import { Inventory } from './inventory.tsx'
import { nearPlaces } from './near.ts'
import { NearSection, useNearRows } from './near-section.tsx'
import { OtherMoment } from './other-moment.tsx'
import { QuarterChart } from './quarter-chart.tsx'
import { SourceList } from './source-list.tsx'
import { numberSources } from './source-numbers.ts'
import { TextFact } from './text-fact.tsx'
import { useFacts } from './use-facts.ts'
import { useTalent } from './use-talent.ts'
import { ZoneTop } from './zone-top.tsx'
import { WaitingRows } from './zone-waiting.tsx'

/** The day shown: the address's, else the need's, else today; never before today. */
function dayShown(wanted: string | undefined, asked: string | null, today: string): string {
  const day = wanted !== undefined && isIsoDay(wanted) ? wanted : asked
  return day !== null && day > today ? day : today
}

/** One zone, three columns: what it is and where, what is free and who lives there, what the State gives. */
export function ZonePage({ zone }: { zone: Feature<Zone> }) {
  const t = useTranslations('zone')
  const common = useTranslations('common')
  const format = useFormat()
  const { language } = format
  const { properties } = zone
  const need = useApp((state) => state.need)
  const wanted = useApp((state) => state.params.on)
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data: regions } = useQuery(collectionQuery('regions'))
  const { data: infrastructure } = useQuery(collectionQuery('infrastructure'))
  const { data: pools } = useQuery(collectionQuery('talent-pools'))
  const { data: incentives } = useQuery(collectionQuery('incentives'))
  const { index: zoneIndex, error, retry } = useZoneIndex()

  const today = catalogue?.today ?? null
  const asked = need.availableBy !== null && today !== null && need.availableBy > today ? need.availableBy : null
  const on = today === null ? '' : dayShown(wanted, asked, today)
  const fit = useMemo(() => zoneIndex && fitOf(zoneIndex, need, zone.id), [zoneIndex, need, zone.id])
  const evaluation = useMemo(() => {
    if (!zoneIndex || !on) return null
    const { zones } = evaluate(zoneIndex.index, { ...need, availableBy: on }, zoneIndex.context)
    return zones.find((candidate) => candidate.zone.id === zone.id) ?? null
  }, [zoneIndex, need, on, zone.id])
  const hasInventory = zoneIndex ? zoneIndex.index.columns.zoneIds.includes(zone.id) : null

  const region = regions?.find(({ id }) => id === properties.regionId)?.properties
  const pool = pools?.find(({ properties: each }) => each.regionId === properties.regionId)?.properties
  const facts = useFacts(zone)
  const places = useMemo(
    () => (infrastructure && today ? nearPlaces(zone, infrastructure, today) : []),
    [zone, infrastructure, today],
  )
  const nearRows = useNearRows(places)
  const talent = useTalent(pools, region, properties.regionId)
  const numbers = numberSources([
    ...facts.map(({ provenance }) => provenance),
    properties.tenants.length > 0 ? provenanceOf(properties.provenance, 'tenants') : null,
    properties.servicesFr.length > 0 ? provenanceOf(properties.provenance, 'servicesFr') : null,
    properties.notesFr.length > 0 ? provenanceOf(properties.provenance, 'notesFr') : null,
    ...nearRows.map(({ provenance }) => provenance),
    pool && pool.universities.length > 0 ? provenanceOf(pool.provenance, 'universities') : null,
    ...talent.flatMap(({ provenance, also }) => [provenance, also ?? null]),
    ...(incentives ?? []).map((incentive) => incentiveProvenance(incentive.properties)),
  ])
  const inLanguage = <T,>(fr: T, ar: T, en: T): T => ({ fr, ar, en })[language]
  const regionName = region ? nameOf(region, language) : null

  return (
    <main id="main" className="zone">
      <ZoneTop
        zone={zone}
        regionName={regionName}
        fit={fit}
        evaluation={hasInventory === false ? null : (evaluation ?? undefined)}
        on={on}
        today={today}
      />
      <LiveChanges zone={zone.id} />
      {error && (
        <p role="alert" className="stale">
          {common('unread')}{' '}
          <button type="button" className="link" onClick={retry}>
            {common('retry')}
          </button>
        </p>
      )}
      <div className="zone-three">
        <div className="zone-column">
          <section aria-labelledby="zone-facts">
            <h2 id="zone-facts">{t('facts.title')}</h2>
            <FactTable rows={facts} numbers={numbers} labelledBy="zone-facts" />
            <TextFact
              label={t('facts.tenants')}
              items={properties.tenants}
              asPrinted
              provenance={provenanceOf(properties.provenance, 'tenants')}
              numbers={numbers}
            />
            <TextFact
              label={t('facts.services')}
              items={inLanguage(properties.servicesFr, properties.servicesAr, properties.servicesEn)}
              provenance={provenanceOf(properties.provenance, 'servicesFr')}
              numbers={numbers}
            />
            <TextFact
              label={t('facts.notes')}
              items={inLanguage(properties.notesFr, properties.notesAr, properties.notesEn)}
              sentences
              provenance={provenanceOf(properties.provenance, 'notesFr')}
              numbers={numbers}
            />
          </section>
          <NearSection
            zone={zone}
            places={places}
            rows={nearRows}
            pool={pool}
            rank={fit?.isHit ? fit.rank : null}
            numbers={numbers}
          />
        </div>
        <div className="zone-column is-middle">
          {catalogue ? (
            <Inventory
              zoneId={zone.id}
              catalogue={catalogue}
              evaluation={hasInventory ? evaluation : null}
              on={on}
              asked={asked}
              isAnswer={asksAnything(need) && evaluation?.isHit === true}
            />
          ) : (
            <WaitingRows rows={9} />
          )}
          {zoneIndex && hasInventory && (
            <QuarterChart zoneIndex={zoneIndex} zone={ruleZone(zone)} need={need} on={on} />
          )}
          {talent.length > 0 && regionName && (
            <section aria-labelledby="zone-talent">
              <h2 id="zone-talent">{t('talent.title', { region: regionName })}</h2>
              <FactTable rows={talent} numbers={numbers} labelledBy="zone-talent" className="is-wide" />
              {pool && (
                <TextFact
                  label={t('talent.notes')}
                  items={inLanguage(pool.notesFr, pool.notesAr, pool.notesEn)}
                  sentences
                  provenance={provenanceOf(pool.provenance, 'notesFr')}
                  numbers={numbers}
                />
              )}
            </section>
          )}
        </div>
        <div className="zone-column">
          {incentives && today ? (
            <Incentives
              zone={zone}
              incentives={incentives}
              project={{ trade: need.trade, jobs: need.seats, startsOn: asked ?? today }}
              numbers={numbers}
            />
          ) : (
            <WaitingRows rows={8} />
          )}
        </div>
      </div>
      <SourceList numbers={numbers} />
      <OtherMoment />
    </main>
  )
}
