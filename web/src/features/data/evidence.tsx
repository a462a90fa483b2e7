import { useQueries, useQuery } from '@tanstack/react-query'
import type { Grade } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { officeColumnsQuery } from '../../api/columns.ts'
import { collectionQuery } from '../../api/features.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { figuresByGrade, officesByFreshness } from './figures-by-grade.ts'
import { Section } from './section.tsx'

const GRADES: readonly Grade[] = ['official', 'press', 'declared', 'measured', 'modelled', 'derived', 'illustrative']

/** How firm the figures are, and how fresh the inventory: the marks, with how many carry each. */
export function Evidence() {
  const t = useTranslations('data.evidence')
  const grades = useTranslations('provenance')
  const { number } = useFormat()
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data: columns } = useQuery(officeColumnsQuery)
  const [zones, regions, provinces, pools, infrastructure, incentives] = useQueries({
    queries: [
      collectionQuery('zones'),
      collectionQuery('regions'),
      collectionQuery('provinces'),
      collectionQuery('talent-pools'),
      collectionQuery('infrastructure'),
      collectionQuery('incentives'),
    ],
  })
  const all = [zones.data, regions.data, provinces.data, pools.data, infrastructure.data, incentives.data]
  const isRead = all.every((features) => features !== undefined)
  const counts = useMemo(
    () =>
      figuresByGrade(
        [zones.data, regions.data, provinces.data, pools.data, infrastructure.data, incentives.data].flatMap(
          (features) => features?.map(({ properties }) => properties) ?? [],
        ),
      ),
    [zones.data, regions.data, provinces.data, pools.data, infrastructure.data, incentives.data],
  )
  const fresh = useMemo(
    () => (columns && catalogue ? officesByFreshness(columns, catalogue.today) : null),
    [columns, catalogue],
  )
  return (
    <Section id="evidence" title={t('title')} lead={t('lead')}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('grade')}</th>
            <th scope="col">{t('meaning')}</th>
            <th scope="col" className="count-column">
              {t('figures')}
            </th>
          </tr>
        </thead>
        <tbody>
          {GRADES.map((grade) => (
            <tr key={grade}>
              <th scope="row">
                <GradeMark grade={grade} decorative /> {grades(`grade.${grade}`)}
              </th>
              <td>{grades(`meaning.${grade}`)}</td>
              <td className="count-column">{isRead && <bdi>{number(counts.get(grade) ?? 0)}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t('scope')}</p>
      {columns !== undefined && columns.count > 0 && fresh && (
        <>
          <h3>{t('freshness')}</h3>
          <p>
            {t('clock')}{' '}
            <PageLink className="link" to="/help">
              {t('help')}
            </PageLink>
          </p>
          <p>
            <PageLink className="link" to="/freshness">
              {t('board')}
            </PageLink>
          </p>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('verified')}</th>
                <th scope="col" className="count-column">
                  {t('offices')}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...fresh].map(([state, count]) => (
                <tr key={state}>
                  <th scope="row">
                    <FreshnessDial state={state} /> {t(`state.${state}`)}
                  </th>
                  <td className="count-column">
                    <bdi>{number(count)}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Section>
  )
}
