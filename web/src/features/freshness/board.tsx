import type { FreshnessBoard } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
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
  const { language, number } = useFormat()
  const place = region ? nameOf(region, language) : t('country')
  const sums = region?.sums ?? board.country
  const withOffices = board.regions.filter((one) => one.sums.all.offices > 0)
  return (
    <div className="freshness-body">
      <nav className="freshness-regions" aria-label={t('regions')}>
        <ul>
          <li>
            <PageLink to="/freshness" change={{ params: {} }} aria-current={region ? undefined : 'true'}>
              {t('country')} <span>{number(board.country.all.offices)}</span>
            </PageLink>
          </li>
          {withOffices.map((one) => (
            <li key={one.id}>
              <PageLink
                to="/freshness"
                change={{ params: { region: one.id } }}
                aria-current={one.id === region?.id ? 'true' : undefined}
              >
                {nameOf(one, language)} <span>{number(one.sums.all.offices)}</span>
              </PageLink>
            </li>
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
