import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { PageParam } from '../../state/page-slice.ts'
import { useApp } from '../../state/store.ts'
import type { UnitNames } from './use-unit-names.ts'

export const KINDS = ['edit', 'verification', 'import', 'undo', 'hold-expiry', 'repair', 'seed'] as const
export type Kind = (typeof KINDS)[number]
const NOBODY = { id: '', name: null }

interface FiltersProps {
  authors: readonly { id: string; name: string | null }[]
  units: UnitNames
}

/** What of the record is shown: a building, a unit of it, a person, a day, a kind. It lies in the address. */
export function Filters({ authors, units }: FiltersProps) {
  const t = useTranslations('history')
  const { language } = useFormat()
  const params = useApp((state) => state.params)
  const setParam = useApp((state) => state.setParam)
  const { building, office, person, kind, day } = params
  const choose = (name: PageParam) => (value: string) => setParam(name, value || null)
  const offices = building ? (units.offices.get(building) ?? []) : [...units.offices.values()].flat()
  // The unit that was asked for is offered although its building was not chosen.
  const shown = building ? offices : offices.filter(({ id }) => id === office)
  const known = person && !authors.some(({ id }) => id === person) ? [...authors, { ...NOBODY, id: person }] : authors
  const hasFilter = Boolean(building ?? office ?? person ?? kind ?? day)
  return (
    <fieldset className="history-filters">
      <legend className="sr">{t('filters')}</legend>
      {units.buildings.length > 0 && (
        <Choice
          label={t('building')}
          all={t('allBuildings')}
          value={building}
          options={units.buildings.map(({ id, properties }) => [id, nameOf(properties, language)])}
          onChange={(value) => {
            choose('building')(value)
            setParam('office', null)
          }}
        />
      )}
      {shown.length > 0 && (
        <Choice
          label={t('unit')}
          all={t('allUnits')}
          value={office}
          options={shown.map(({ id, properties }) => [id, properties.name])}
          onChange={choose('office')}
        />
      )}
      {(known.length > 0 || person) && (
        <Choice
          label={t('person')}
          all={t('everybody')}
          value={person}
          options={known.map(({ id, name }) => [id, name ?? t('nameless')])}
          onChange={choose('person')}
        />
      )}
      <Choice
        label={t('kind')}
        all={t('allKinds')}
        value={kind}
        options={KINDS.map((name) => [name, t(`kinds.${name}`)])}
        onChange={choose('kind')}
      />
      <label>
        <span className="sr">{t('day')}</span>
        <input type="date" value={day ?? ''} onChange={(event) => choose('day')(event.target.value)} />
      </label>
      {hasFilter && (
        <button
          type="button"
          className="link"
          onClick={() => {
            for (const name of ['building', 'office', 'person', 'kind', 'day'] as const) setParam(name, null)
          }}
        >
          {t('clear')}
        </button>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  label: string
  /** the words for no filter */
  all: string
  value: string | undefined
  options: readonly (readonly [value: string, words: string])[]
  onChange: (value: string) => void
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      <span className="sr">{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
