import { choiceWord, officeFreshness } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import type { Line } from './rows.ts'

/** The same units in the hand: a list, each leading to the page on which one thumb changes it. */
export function UnitList({ lines, today }: { lines: readonly Line[]; today: string }) {
  const t = useTranslations('grid')
  const format = useFormat()
  return (
    <ul className="unit-list">
      {lines.map((line) =>
        line.kind === 'building' ? (
          <li key={line.building.id} className="unit-list-head">
            <h2>{nameOf(line.building.properties, format.language)}</h2>
          </li>
        ) : (
          <li key={line.row.id}>
            <PageLink to={`/manage/offices/${line.row.id}`}>
              <FreshnessDial state={officeFreshness(line.row.office, today).state} />
              <b>
                <bdi>{line.row.office.name}</bdi>
              </b>
              <span>{t('seats', { count: line.row.office.seats })}</span>
              <span className="muted">{choiceWord('office-status', line.row.office.status, format.language)}</span>
            </PageLink>
          </li>
        ),
      )}
    </ul>
  )
}
