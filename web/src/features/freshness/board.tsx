import type { FreshnessBoard } from '@tvl/model'
import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { FieldTable } from './field-table.tsx'
import { How } from './how.tsx'
import { PlaceTable } from './place-table.tsx'
import { Summary } from './summary.tsx'

interface BoardProps {
  board: FreshnessBoard
  /** The region that is looked at; null: the country. */
  region: FreshnessBoard['regions'][number] | null
}

/** The board of the country or of one region. */
export function Board({ board, region }: BoardProps) {
  const t = useTranslations('freshness')
  const { language } = useFormat()
  const place = region ? nameOf(region, language) : t('country')
  const sums = region?.sums ?? board.country
  const withOffices = board.regions.filter((one) => one.sums.all.offices > 0)
  return (
    <div className="freshness-body">
      <nav className="freshness-regions" aria-label={t('regions')}>
        <ul>
          <Choice id={null} chosen={region?.id ?? null} name={t('country')} offices={board.country.all.offices} />
          {withOffices.map((one) => (
            <Choice
              key={one.id}
              id={one.id}
              chosen={region?.id ?? null}
              name={nameOf(one, language)}
              offices={one.sums.all.offices}
            />
          ))}
        </ul>
      </nav>
      <div className="freshness-sections">
        <Summary place={place} sums={sums} />
        {sums.all.offices > 0 && (
          <>
            <PlaceTable board={board} region={region} />
            <FieldTable place={place} sums={sums} />
          </>
        )}
        <How />
      </div>
    </div>
  )
}

interface ChoiceProps {
  /** null: the country */
  id: string | null
  chosen: string | null
  name: string
  offices: number
}

/** A link, so that it can be copied and opened elsewhere; pressed here, it only changes what is looked at. */
function Choice({ id, chosen, name, offices }: ChoiceProps) {
  const { number } = useFormat()
  const setParam = useApp((state) => state.setParam)
  const choose = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    setParam('region', id, 'push')
  }
  return (
    <li>
      <PageLink
        to="/freshness"
        change={{ params: id === null ? {} : { region: id } }}
        aria-current={id === chosen ? 'true' : undefined}
        onClick={choose}
      >
        {name} <span>{number(offices)}</span>
      </PageLink>
    </li>
  )
}
