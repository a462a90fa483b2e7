import './facets.css'
import { type FacetOption, facetsOf, type Need } from '@tvl/model'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { GradeLegend } from '../../ui/grade-legend.tsx'
import { countDistances, type DistanceCount } from './facet-counts.ts'
import { SeatsFacet } from './seats-facet.tsx'
import { useNeedWords } from './use-need-words.ts'
import type { Search } from './use-search.ts'

interface OptionProps {
  label: string
  hits: number
  total: number
  isChosen: boolean
  onChange: () => void
}

function Option({ label, hits, total, isChosen, onChange }: OptionProps) {
  const t = useTranslations('explore.facets')
  return (
    <li className="facet-option" data-empty={hits === 0 || undefined}>
      <label>
        <input type="checkbox" className="check" checked={isChosen} onChange={onChange} />
        <span className="facet-name">{label}</span>
        <span className="facet-count">
          <span aria-hidden="true">{t.rich('count', { hits, total, b: (text) => <b>{text}</b> })}</span>
          <span className="sr">{t('countLong', { hits, total })}</span>
        </span>
      </label>
    </li>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

const SHOWN = 7

interface ListFacetProps<T> {
  title: string
  options: readonly FacetOption<T>[]
  label: (value: T) => string
  onToggle: (value: T) => void
}

/** A facet whose options are values: chosen ones first seen, then those that answer, then the largest. */
function ListFacet<T extends string | number | boolean | null>({ title, options, label, onToggle }: ListFacetProps<T>) {
  const t = useTranslations('explore.facets')
  const [isWhole, setIsWhole] = useState(false)
  const sorted = [...options].sort(
    (a, b) =>
      Number(b.isChosen) - Number(a.isChosen) || b.total - a.total || label(a.value).localeCompare(label(b.value)),
  )
  const shown = isWhole || options.length <= SHOWN + 1 ? sorted : sorted.slice(0, SHOWN)
  if (options.length === 0) return null
  return (
    <Group title={title}>
      <ul>
        {shown.map((option) => (
          <Option
            key={String(option.value)}
            label={label(option.value)}
            hits={option.hits}
            total={option.total}
            isChosen={option.isChosen}
            onChange={() => onToggle(option.value)}
          />
        ))}
      </ul>
      {options.length > SHOWN + 1 && (
        <button type="button" className="link facet-more" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('fewer') : t('more', { count: options.length - SHOWN })}
        </button>
      )}
    </Group>
  )
}

type ListKey = { [K in keyof Need]-?: Need[K] extends readonly (string | number | null)[] ? K : never }[keyof Need]

const toggled = <T,>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value]

/** Every criterion with what it would leave, counted before the click. */
export function Facets({ zoneIndex, search }: { zoneIndex: ZoneIndex; search: Search }) {
  const t = useTranslations('explore.facets')
  const words = useNeedWords()
  const format = useFormat()
  const need = useApp((state) => state.need)
  const { changeNeed } = useApp.getState()
  const counts = useMemo(
    () => facetsOf(zoneIndex.index, search.evaluation, zoneIndex.context),
    [zoneIndex, search.evaluation],
  )
  const toggle =
    <K extends ListKey>(key: K) =>
    (value: Need[K][number]) =>
      changeNeed({ [key]: toggled<unknown>(need[key], value) } as Partial<Need>)
  const chooseDistance = ({ term, km, isChosen }: DistanceCount) => changeNeed({ [term]: isChosen ? null : km })
  const distanceLabel = { airportKm: 'airport', hsrStationKm: 'hsr', railStationKm: 'rail' } as const
  return (
    <div className="facets">
      <p className="facets-head note" aria-hidden="true">
        <span>{t('criterion')}</span>
        <span>{t('counts')}</span>
      </p>
      <SeatsFacet bins={counts.seats} />
      <Group title={t('date')}>
        <input
          type="date"
          className="facet-date"
          aria-label={t('date')}
          min={search.evaluation.today}
          value={need.availableBy ?? ''}
          onChange={(event) => changeNeed({ availableBy: event.target.value || null })}
        />
      </Group>
      <ListFacet
        title={words.t('term.regions')}
        options={counts.regions}
        label={words.region}
        onToggle={toggle('regions')}
      />
      <ListFacet
        title={words.t('term.irCaps')}
        options={counts.irCaps}
        label={words.irCap}
        onToggle={toggle('irCaps')}
      />
      <ListFacet
        title={words.t('term.territorialPremiums')}
        options={counts.territorialPremiums}
        label={words.premium}
        onToggle={toggle('territorialPremiums')}
      />
      <Group title={t('people')}>
        <ul>
          {counts.languages.map((option) => (
            <Option
              key={option.value}
              label={words.t('share', {
                language: words.t(`language.${option.value}`),
                pct: format.percent(need.languages.find((term) => term.language === option.value)?.minPct ?? 20),
              })}
              {...option}
              onChange={() =>
                changeNeed({
                  languages: option.isChosen
                    ? need.languages.filter((term) => term.language !== option.value)
                    : [...need.languages, { language: option.value, minPct: 20 }],
                })
              }
            />
          ))}
          {counts.skillsCity.map((option) => (
            <Option
              key="skills-city"
              label={words.t('hasSkillsCity')}
              {...option}
              onChange={() => changeNeed({ skillsCity: !need.skillsCity })}
            />
          ))}
        </ul>
      </Group>
      <Group title={t('near')}>
        <ul>
          {countDistances(search.evaluation).map((count) => (
            <Option
              key={`${count.term}-${count.km}`}
              label={t(distanceLabel[count.term], { distance: format.distance(count.km) })}
              {...count}
              onChange={() => chooseDistance(count)}
            />
          ))}
        </ul>
      </Group>
      <ListFacet
        title={words.t('term.statuses')}
        options={counts.statuses}
        label={(value) => words.t(`status.${value}`)}
        onToggle={toggle('statuses')}
      />
      <ListFacet
        title={words.t('term.techValley')}
        options={counts.techValley}
        label={(value) => words.t(`techValley.${value}`)}
        onToggle={toggle('techValley')}
      />
      <ListFacet
        title={words.t('term.fitOuts')}
        options={counts.fitOuts}
        label={(value) => words.t(`fitOut.${value}`)}
        onToggle={toggle('fitOuts')}
      />
      <ListFacet
        title={words.t('term.operators')}
        options={counts.operators}
        label={words.operator}
        onToggle={toggle('operators')}
      />
      <ListFacet
        title={words.t('term.incentives')}
        options={counts.incentives}
        label={words.incentive}
        onToggle={toggle('incentives')}
      />
      <GradeLegend />
    </div>
  )
}
