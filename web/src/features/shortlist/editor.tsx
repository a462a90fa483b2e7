import './shortlist.css'
import { type FrozenShortlist, freeze, needPairs, type Shortlist } from '@tvl/model'
import { useId, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useFreezeCatalogue } from '../../api/freeze-catalogue.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { type ShownSite, shownSites } from '../../ui/shortlist/frozen-words.ts'
import { NeedLine } from '../../ui/shortlist/need-line.tsx'
import { AddSite } from './add-site.tsx'
import { Line } from './line.tsx'
import { Options } from './options.tsx'
import { type Change, linesOf } from './use-lines.ts'

/** A shortlist as it would be frozen now, worked out in this page. Lines of what is no longer there are left aside. */
export function useFrozenNow(content: Shortlist) {
  const { catalogue, error, retry } = useFreezeCatalogue(content.sites.map(({ zoneId }) => zoneId))
  const frozen = useMemo<FrozenShortlist | null>(() => {
    if (!catalogue) return null
    const zones = new Set(catalogue.zones.map(({ id }) => id))
    const offices = new Set(catalogue.offices.map(({ id }) => id))
    const sites = content.sites.filter(
      ({ zoneId, officeIds }) => zones.has(zoneId) && officeIds.every((id) => offices.has(id)),
    )
    return freeze({ ...content, sites }, catalogue)
  }, [catalogue, content])
  return { frozen, error, retry }
}

/** Title, need, sites in their order with notes, and what the figures assume. */
export function Editor({
  content,
  change,
  frozen,
  error,
  retry,
}: {
  content: Shortlist
  change: Change
} & ReturnType<typeof useFrozenNow>) {
  const t = useTranslations('shortlist')
  const id = useId()
  const lines = linesOf(content, change)
  const shown = frozen ? shownSites(frozen) : []
  const order = shown.map(({ site }) => site.id)
  const joinOf = (above: ShownSite | undefined, { line }: ShownSite) => {
    const isBlock = above?.line.zoneId === line.zoneId && above.line.officeIds.length > 0 && line.officeIds.length > 0
    return above && isBlock ? () => lines.join(above.line.id, line.id) : null
  }
  const gone = frozen ? content.sites.filter((line) => !order.includes(line.id)) : []
  const list = useRef<HTMLOListElement>(null)
  // The button that was pressed is gone: the next line’s takes its place, or the field that adds one.
  const focusAfter = (place: number) =>
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('.shortlist-remove') ?? []
      const next = buttons[Math.min(place, buttons.length - 1)]
      const field = list.current?.closest('section')?.querySelector<HTMLElement>('[role=combobox]')
      ;(next ?? field)?.focus()
    })
  return (
    <>
      <h1 className="sr">{content.title || t('untitled')}</h1>
      <div className="shortlist-title">
        <label className="sr" htmlFor={`${id}title`}>
          {t('titleLabel')}
        </label>
        <input
          id={`${id}title`}
          className="title"
          value={content.title}
          placeholder={t('untitled')}
          maxLength={160}
          // An empty field has no direction of its own: its words stand where the page begins.
          dir={content.title === '' ? undefined : 'auto'}
          onChange={({ target }) => change({ ...content, title: target.value })}
        />
      </div>
      <NeedPart content={content} change={change} />
      <DataState error={error} isEmpty={!frozen} readAt={0} onRetry={retry} />
      <section aria-labelledby={`${id}sites`}>
        <div className="shortlist-bar">
          <h2 id={`${id}sites`}>{t('sites', { count: content.sites.length })}</h2>
          <AddSite onAdd={lines.add} taken={content.sites} />
        </div>
        {content.sites.length === 0 && <p className="shortlist-empty">{t('empty')}</p>}
        <ol ref={list} className="shortlist-lines" aria-busy={!frozen && !error}>
          {shown.map((one, place) => (
            <Line
              key={one.site.id}
              one={one}
              isFirst={place === 0}
              isLast={place === shown.length - 1}
              onMove={(by) => lines.move(order, one.site.id, by)}
              onRemove={() => {
                lines.remove(one.site.id)
                focusAfter(place)
              }}
              onJoin={joinOf(shown[place - 1], one)}
              onNote={(language, text) => lines.note(one.site.id, language, text)}
            />
          ))}
        </ol>
        {gone.map((line) => (
          <p key={line.id} className="shortlist-gone">
            {t('gone', { zone: line.zoneId })}{' '}
            <button type="button" className="link" onClick={() => lines.remove(line.id)}>
              {t('remove')}
            </button>
          </p>
        ))}
      </section>
      <Options content={content} change={change} />
    </>
  )
}

/** What is asked; and the need of the search, when it is another. */
function NeedPart({ content, change }: { content: Shortlist; change: Change }) {
  const t = useTranslations('shortlist.need')
  const need = useApp((state) => state.need)
  const searched = useMemo(() => needPairs(need), [need])
  const isOther = searched.length > 0 && JSON.stringify(searched) !== JSON.stringify(content.need)
  return (
    <div className="shortlist-need">
      <NeedLine need={content.need} />
      {isOther && (
        <button type="button" className="link" onClick={() => change({ ...content, need: searched })}>
          {t('take')}
        </button>
      )}
      {content.need.length > 0 && (
        <button type="button" className="link" onClick={() => change({ ...content, need: [] }, true)}>
          {t('clear')}
        </button>
      )}
    </div>
  )
}
