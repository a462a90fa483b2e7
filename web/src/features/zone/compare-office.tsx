import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { MOST_COMPARED } from '../../state/selection-slice.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { useApp } from '../../state/store.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'

/**
 * Takes an office for comparison, or into the shortlist. Offices and zones are not compared with one another: one kind
 * ends the other.
 */
export function CompareOffice({ id, zoneId }: { id: string; zoneId: string }) {
  const t = useTranslations('zone.unit')
  const isKept = useShortlist(({ content }) =>
    content.sites.some(({ officeIds }) => officeIds.length === 1 && officeIds[0] === id),
  )
  const compared = useApp((state) => state.compared)
  const { setCompared } = useApp.getState()
  const { data: zones } = useQuery(collectionQuery('zones'))
  const offices = compared.filter((other) => !zones?.some((zone) => zone.id === other))
  const isCompared = offices.includes(id)
  const isRefused = !isCompared && offices.length >= MOST_COMPARED
  return (
    <p className="office-acts">
      <button
        type="button"
        className="btn"
        aria-pressed={isCompared}
        disabled={isRefused}
        title={isRefused ? t('full') : undefined}
        onClick={() => setCompared(isCompared ? offices.filter((other) => other !== id) : [...offices, id])}
      >
        <Icon name="compare" />
        {t(isCompared ? 'compared' : 'compare')}
      </button>
      <button
        type="button"
        className="btn"
        aria-pressed={isKept}
        onClick={() => useShortlist.getState().toggle(zoneId, [id])}
      >
        {t(isKept ? 'kept' : 'keep')}
      </button>
      {offices.length > 0 && (
        <PageLink className="link" to="/compare" change={{ params: { kind: 'offices' } }}>
          {t('openComparison', { count: offices.length })}
        </PageLink>
      )}
      {offices.length < compared.length && <span className="note">{t('zonesLeave')}</span>}
    </p>
  )
}
