import './need-bar.css'
import { needToParams } from '@tvl/model'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { queryClient } from '../../api/query-client.ts'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { nameOf } from '../../i18n/names.ts'
import { useApp } from '../../state/store.ts'
import { MOST_TYPED } from '../../state/url.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { NeedChips } from './need-chips-row.tsx'
import { QueryPanel } from './query-panel.tsx'
import { useDraft } from './use-draft.ts'
import { grammar, useParsed, useSentence } from './use-typed-need.ts'

/** Say what is needed in words; see what was understood as chips, what was not, and the same question as a query. */
export function NeedBar({ zoneIndex }: { zoneIndex: ZoneIndex | null }) {
  const t = useTranslations('explore.need')
  const id = useId()
  const language = useApp((state) => state.language)
  const typed = useApp((state) => state.typed)
  const askFor = useApp((state) => state.askFor)
  const [draft, setDraft] = useDraft()
  const [isQueryOpen, setIsQueryOpen] = useState(false)
  const today = zoneIndex?.context.today ?? null
  const parsed = useParsed(typed?.text ?? null, today)
  const need = useApp((state) => state.need)
  const sentence = useSentence(need, zoneIndex !== null && typed === null && needToParams(need).length > 0)
  const text = draft ?? typed?.text ?? sentence

  const submit = async () => {
    const [{ parseTyped }, catalogue] = await Promise.all([grammar(), queryClient.ensureQueryData(catalogueQuery)])
    const words = text.trim()
    const parsed = await parseTyped(words, language, catalogue.today)
    askFor(parsed.need, words ? { text: words } : null)
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }

  return (
    <search className="need" aria-label={t('label')}>
      <form
        className="need-form"
        data-typing={draft !== null || undefined}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div className="need-head">
          <label className="eyebrow" htmlFor={id}>
            {t('label')}
          </label>
          <button
            type="button"
            className="link"
            aria-expanded={isQueryOpen}
            aria-controls={`${id}-query`}
            onClick={() => setIsQueryOpen(!isQueryOpen)}
          >
            {t(isQueryOpen ? 'hideQuery' : 'query')}
          </button>
        </div>
        <textarea
          id={id}
          className="need-field"
          rows={1}
          maxLength={MOST_TYPED}
          value={text}
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir={text ? 'auto' : undefined}
          enterKeyHint="search"
          onFocus={() => void grammar()}
          onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="btn primary need-submit">
          {t('search')}
        </button>
      </form>
      <NeedChips ignored={parsed?.ignored.map((piece) => piece.text) ?? []} />
      {parsed && parsed.zones.length > 0 && (
        <p className="need-zones">
          {parsed.zones.map(({ zoneId }) => (
            <PageLink key={zoneId} className="link" to={`/zones/${zoneId}`}>
              {zoneName(zoneIndex, zoneId, language)}
            </PageLink>
          ))}
        </p>
      )}
      <div id={`${id}-query`}>{isQueryOpen && zoneIndex && <QueryPanel zoneIndex={zoneIndex} />}</div>
    </search>
  )
}

function zoneName(zoneIndex: ZoneIndex | null, id: string, language: Parameters<typeof nameOf>[1]): string {
  const zone = zoneIndex?.index.zones.find((candidate) => candidate.id === id)
  return zone ? nameOf(zone.properties, language) : id
}
