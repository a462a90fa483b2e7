import './facets.css'
import { type FacetOption, facetsOf, type Need, type NeedLanguage } from '@tvl/model'
import { memo, type ReactNode, useMemo, useState } from 'react'
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
  /** Read from the need as it is now: the mark follows the finger, the counts come after it. */
  isAsked: (need: Need) => boolean
  onChange: () => void
}

function Option({ label, hits, total, isAsked, onChange }: OptionProps) {
  const t = useTranslations('explore.facets')
  const isChosen = useApp((state) => isAsked(state.need))
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
  isAsked: (need: Need, value: T) => boolean
  onToggle: (value: T) => void
}

/** A facet whose options are values: chosen ones first seen, then those that answer, then the largest. */
function ListFacet<T extends string | number | boolean | null>(props: ListFacetProps<T>) {
  const { title, options, label, isAsked, onToggle } = props
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
            isAsked={(need) => isAsked(need, option.value)}
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

/** How one of the need's lists is asked for, and how a value of it is taken or left. */
const listTerm = <K extends ListKey>(key: K) => ({
  isAsked: (need: Need, value: Need[K][number]) => (need[key] as readonly unknown[]).includes(value),
  onToggle: (value: Need[K][number]) => {
    const { need, changeNeed } = useApp.getState()
    changeNeed({ [key]: toggled<unknown>(need[key], value) } as Partial<Need>)
  },
})

const speaks = (need: Need, asked: NeedLanguage) => need.languages.some(({ language }) => language === asked)

function toggleLanguage(asked: NeedLanguage) {
  const { need, changeNeed } = useApp.getState()
  const others = need.languages.filter(({ language }) => language !== asked)
  changeNeed({ languages: speaks(need, asked) ? others : [...others, { language: asked, minPct: 20 }] })
}

function toggleDistance({ term, km }: DistanceCount) {
  const { need, changeNeed } = useApp.getState()
  changeNeed({ [term]: need[term] === km ? null : km })
}

/** The day by which offices must be free. */
function DayField({ today }: { today: string }) {
  const t = useTranslations('explore.facets')
  const day = useApp((state) => state.need.availableBy)
  const { changeNeed } = useApp.getState()
  return (
    <input
      type="date"
      className="facet-date"
      aria-label={t('date')}
      min={today}
      value={day ?? ''}
      onChange={(event) => changeNeed({ availableBy: event.target.value || null })}
    />
  )
}

/** Every criterion with what it would leave, counted before the click. */
export const Facets = memo(function Facets({ zoneIndex, search }: { zoneIndex: ZoneIndex; search: Search }) {
  const t = useTranslations('explore.facets')
  const words = useNeedWords()
  const format = useFormat()
  const { need } = search.evaluation
  const { changeNeed } = useApp.getState()
  const counts = useMemo(
    () => facetsOf(zoneIndex.index, search.evaluation, zoneIndex.context),
    [zoneIndex, search.evaluation],
  )
  const distanceLabel = { airportKm: 'airport', hsrStationKm: 'hsr', railStationKm: 'rail' } as const
  return (
    <div className="facets">
      <p className="facets-head note" aria-hidden="true">
        <span>{t('criterion')}</span>
        <span>{t('counts')}</span>
      </p>
      <SeatsFacet bins={counts.seats} />
      <Group title={t('date')}>
        <DayField today={search.evaluation.today} />
      </Group>
      <ListFacet
        title={words.t('term.regions')}
        options={counts.regions}
        label={words.region}
        {...listTerm('regions')}
      />
      <ListFacet title={words.t('term.irCaps')} options={counts.irCaps} label={words.irCap} {...listTerm('irCaps')} />
      <ListFacet
        title={words.t('term.territorialPremiums')}
        options={counts.territorialPremiums}
        label={words.premium}
        {...listTerm('territorialPremiums')}
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
              isAsked={(now) => speaks(now, option.value)}
              onChange={() => toggleLanguage(option.value)}
            />
          ))}
          {counts.skillsCity.map((option) => (
            <Option
              key="skills-city"
              label={words.t('hasSkillsCity')}
              {...option}
              isAsked={(now) => now.skillsCity}
              onChange={() => changeNeed({ skillsCity: !useApp.getState().need.skillsCity })}
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
              isAsked={(now) => now[count.term] === count.km}
              onChange={() => toggleDistance(count)}
            />
          ))}
        </ul>
      </Group>
      <ListFacet
        title={words.t('term.statuses')}
        options={counts.statuses}
        label={(value) => words.t(`status.${value}`)}
        {...listTerm('statuses')}
      />
      <ListFacet
        title={words.t('term.techValley')}
        options={counts.techValley}
        label={(value) => words.t(`techValley.${value}`)}
        {...listTerm('techValley')}
      />
      <ListFacet
        title={words.t('term.fitOuts')}
        options={counts.fitOuts}
        label={(value) => words.t(`fitOut.${value}`)}
        {...listTerm('fitOuts')}
      />
      <ListFacet
        title={words.t('term.operators')}
        options={counts.operators}
        label={words.operator}
        {...listTerm('operators')}
      />
      <ListFacet
        title={words.t('term.incentives')}
        options={counts.incentives}
        label={words.incentive}
        {...listTerm('incentives')}
      />
      <GradeLegend />
    </div>
  )
})
