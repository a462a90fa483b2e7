import { type Building, COUNTED_FIELDS, type Office, withVerified, type Zone } from '@tvl/model'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Catalogue } from '../../api/catalogue.ts'
import type { Feature } from '../../api/features.ts'
import { publicFigures } from '../../api/public-figures.ts'
import type { ZoneInventory } from '../../api/zone-inventory.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { discard, enqueue, isWaiting, type OutboxEntry, useOutbox } from '../../state/outbox.ts'
import { picturesKey, typedKey } from '../../state/unit-drafts.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { HeadTitle } from '../../ui/head-title.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { DateLines } from './date-lines.tsx'
import { Effect } from './effect.tsx'
import { Outcome } from './outcome.tsx'
import { PhotoLine } from './photo-line.tsx'
import { PublishBar } from './publish-bar.tsx'
import { RentLine } from './rent-line.tsx'
import { SeatsStepper } from './seats-stepper.tsx'
import { StateChoice } from './state-choice.tsx'
import { confirmedBy, isDescribed, type MethodByHand, type OfficePatch, seenBy, unitChange } from './unit-change.ts'
import { draftOf, readDraft } from './unit-draft.ts'
import { entriesOf, withUnsent } from './unsent.ts'
import { usePhotos } from './use-photos.ts'
import { useUnitDraft } from './use-unit-draft.ts'

interface UnitPageProps {
  office: Feature<Office>
  building: Feature<Building>
  zone: Feature<Zone>
  inventory: ZoneInventory
  catalogue: Catalogue
}

/** What is true of one unit, changed with one thumb, and what the public will see of it. */
export function UnitPage({ office: published, building, zone, inventory, catalogue }: UnitPageProps) {
  const t = useTranslations('manage.unit')
  const format = useFormat()
  const id = useId()
  const { person } = useConsole()
  const entries = useOutbox((state) => state.entries)
  const own = entriesOf(entries, published.id)
  const office = withUnsent(published, entries)
  const { draft, base, edit, reset } = useUnitDraft(
    typedKey(person.id, office.id),
    office.properties,
    inventory.version,
  )
  const photos = usePhotos(picturesKey(person.id, office.id), base.office.photos)
  const [method, setMethod] = useState<MethodByHand>('site-visit')
  const title = useRef<HTMLHeadingElement>(null)
  const { today } = catalogue

  const reading = readDraft(base.office, draft)
  const patch: OfficePatch = photos.isChanged ? { ...reading.patch, photos: [...photos.kept] } : reading.patch
  const verifies = confirmedBy(reading.office)
  const verification = { on: today, by: 'zone-manager', method }
  const after = withVerified(reading.office, [...new Set([...COUNTED_FIELDS, ...verifies])], verification)
  const all = [...inventory.offices.values()].flat().map((one) => withUnsent(one, entries))
  const figures = (unit: Office) =>
    publicFigures(
      zone,
      inventory.buildings,
      all.map((one) => (one.id === office.id ? { id: one.id, properties: unit } : one)),
      today,
    )
  const inBuilding = (unit: Office) =>
    publicFigures(
      zone,
      [building],
      all
        .filter(({ properties }) => properties.buildingId === building.id)
        .map((one) => (one.id === office.id ? { id: one.id, properties: unit } : one)),
      today,
    ).contiguousSeats

  const hindrance =
    reading.unreadable.length > 0
      ? 'unreadable'
      : photos.added.some((each) => !isDescribed(each))
        ? 'undescribed'
        : null
  /** To the top, where the outcome stands, whatever had the focus is gone. */
  const leadBack = () => {
    title.current?.focus()
    scrollTo({ top: 0 })
  }
  const correct = async ({ set, pictures = [] }: OutboxEntry) => {
    const patch = set.writes.find((write) => write.id === office.id)?.patch?.properties ?? {}
    edit(draftOf(Object.assign({}, base.office, patch)))
    photos.restore(pictures)
    await discard(set.id)
    leadBack()
  }
  const publish = async () => {
    const change = { id: office.id, base: base.version, office: base.office, patch, verifies, method }
    await enqueue(unitChange(change), {
      label: office.properties.name,
      personId: person.id,
      seen: seenBy(change, photos.added.length > 0),
      pictures: photos.added.map((picture) => ({
        ...picture,
        officeId: office.id,
        buildingId: building.id,
        beside: photos.kept,
      })),
    })
    reset()
    photos.reset()
    leadBack()
  }
  const { floor } = office.properties
  const where = t('where', {
    zone: isolate(nameOf(zone.properties, format.language)),
    building: isolate(nameOf(building.properties, format.language)),
    floor: floor === 0 ? t('ground') : t('floor', { floor: format.number(floor) }),
  })
  return (
    <main id="main" className="unit-page">
      <HeadTitle>
        <div className="unit-title-line">
          <PageLink className="unit-back" to={`/manage/buildings/${building.id}`} aria-label={t('back')}>
            <Icon name="back" />
          </PageLink>
          <div>
            <p className="note">{where}</p>
            <h1 ref={title} tabIndex={-1}>
              <bdi>{office.properties.name}</bdi>
            </h1>
          </div>
        </div>
      </HeadTitle>
      {catalogue.illustrative && (
        <p className="unit-illustrative note">
          <GradeMark grade="illustrative" decorative /> {t('illustrative')}
        </p>
      )}
      <div className="unit-body">
        <Outcome entries={own} office={published} onSettled={leadBack} onCorrect={(entry) => void correct(entry)} />
        <SeatsStepper
          value={draft.seats}
          published={published.properties.seats}
          start={base.office.seats}
          isUnreadable={reading.unreadable.includes('seats')}
          onChange={(seats) => edit({ seats })}
        />
        <StateChoice
          value={draft.status}
          published={published.properties.status}
          onChange={(status) => edit({ status })}
        />
        <DateLines draft={draft} office={reading.office} unreadable={reading.unreadable} today={today} onEdit={edit} />
        <RentLine
          value={draft.rent}
          office={reading.office}
          isUnreadable={reading.unreadable.includes('rentMadPerM2Month')}
          onChange={(rent) => edit({ rent })}
        />
        <PhotoLine
          photos={photos}
          waiting={own.filter(isWaiting).reduce((sum, { pictures }) => sum + (pictures?.length ?? 0), 0)}
          unit={office.properties.name}
        />
        <Effect
          before={{ zone: figures(published.properties), block: inBuilding(published.properties) }}
          after={{ zone: figures(after), block: inBuilding(after) }}
          office={after}
          today={today}
        />
      </div>
      <PublishBar
        describedBy={`${id}-hindrance`}
        hindrance={hindrance}
        method={method}
        onMethod={setMethod}
        onPublish={publish}
      />
    </main>
  )
}
