import { evaluate } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { rankZones } from '../../api/rank-zones.ts'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { cityOf, shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { AddOffice } from './add-office.tsx'
import { AddSite } from './add-site.tsx'
import { type Kind, type Subject, subjectName } from './subjects.ts'

const SUGGESTED = 4
const AT_ONCE = 3

interface EmptyCompareProps {
  zoneIndex: ZoneIndex
  subjects: readonly Subject[]
  kind: Kind
}

/** Fewer than two sites: says so, and offers the ones that answer the need best. */
export function EmptyCompare({ zoneIndex, subjects, kind }: EmptyCompareProps) {
  const t = useTranslations('compare.empty')
  const column = useTranslations('compare.column')
  const { language, number } = useFormat()
  const need = useApp((state) => state.need)
  const { setCompared, toggleCompared } = useApp.getState()
  const taken = subjects.map(({ id }) => id)
  const hits = useMemo(() => {
    const ids = evaluate(zoneIndex.index, need, zoneIndex.context).zones.flatMap(({ isHit, zone }) =>
      isHit ? [zone.id] : [],
    )
    return rankZones(ids, zoneIndex.scoresOf(need)).order
  }, [zoneIndex, need])
  const free = hits.filter((id) => !taken.includes(id))
  const zoneOf = (id: string) => zoneIndex.index.zones.find((zone) => zone.id === id)?.properties
  const atOnce = [...taken, ...free].slice(0, Math.max(AT_ONCE, taken.length + 1))
  return (
    <section className="compare-empty">
      <svg className="star" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M5 5h14v14H5z" />
        <path d="M12 2.1 21.9 12 12 21.9 2.1 12z" />
      </svg>
      <h2>{t(subjects.length === 0 ? 'none' : 'one')}</h2>
      <p>{t(kind === 'offices' ? 'textOffices' : 'text')}</p>
      {subjects.map((subject) => (
        <p key={subject.id} className="empty-taken">
          <span>{subjectName(subject, language)}</span>
          <button
            type="button"
            className="icon-btn"
            aria-label={column('remove', { site: subjectName(subject, language) })}
            onClick={() => toggleCompared(subject.id)}
          >
            <Icon name="close" />
          </button>
        </p>
      ))}
      {kind === 'offices' ? <AddOffice zones={zoneIndex.index.zones} /> : <AddSite zones={zoneIndex.index.zones} />}
      {kind === 'zones' && free.length > 0 && (
        <>
          <h3>{t('suggested')}</h3>
          <ol className="empty-hits">
            {free.slice(0, SUGGESTED).map((id) => {
              const zone = zoneOf(id)
              if (!zone) return null
              return (
                <li key={id}>
                  <span className="rank" aria-hidden="true">
                    {number(hits.indexOf(id) + 1)}
                  </span>
                  <span>
                    {shortNameOf(zone, language)} <span className="note">{cityOf(zone, language)}</span>
                  </span>
                  <button type="button" className="link" onClick={() => toggleCompared(id)}>
                    {t('take')}
                    <span className="sr"> {shortNameOf(zone, language)}</span>
                  </button>
                </li>
              )
            })}
          </ol>
          {atOnce.length >= 2 && (
            <button type="button" className="btn primary" onClick={() => setCompared(atOnce)}>
              {t('together', { count: atOnce.length })}
            </button>
          )}
        </>
      )}
      {kind === 'zones' && hits.length === 0 && (
        <p className="note">
          {t('noHit')}{' '}
          <PageLink className="link" to="/">
            {t('change')}
          </PageLink>
        </p>
      )}
    </section>
  )
}
