import type { FieldEdit, SiteAlert } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Alert } from '../../api/alerts.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf, shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { useRecordWords } from '../../ui/record/use-record-words.ts'
import { useEffectWords, useFieldWords } from '../../ui/shortlist/effect-words.ts'

/** One change made: in which shortlist, what it does to each site, and what was changed. */
export function AlertEntry({ alert, isNew }: { alert: Alert; isNew: boolean }) {
  const t = useTranslations('alerts')
  const { instant } = useFormat()
  const { role } = useRecordWords()
  const { at, shortlistId, title, sites, edits, moreEdits } = alert
  return (
    <li className="alerts-entry">
      <p className="note">
        <time dateTime={at}>{instant(new Date(at))}</time> · {t('byRole', { role: role(alert.role) })}
        {isNew && <span className="alerts-new">{t('new')}</span>}
      </p>
      <h2>
        <PageLink to={`/agency/shortlists/${shortlistId}`}>
          <bdi>{title || t('untitled')}</bdi>
        </PageLink>
      </h2>
      <ul className="alerts-sites">
        {sites.map((site) => (
          <Site key={site.siteId} site={site} />
        ))}
      </ul>
      {edits.length > 0 && (
        <details>
          <summary>{t('edits', { count: edits.length + moreEdits })}</summary>
          <ul className="alerts-edits">
            {edits.map((edit) => (
              <Edit key={`${edit.collection} ${edit.id} ${edit.field}`} edit={edit} />
            ))}
            {moreEdits > 0 && <li className="note">{t('more', { count: moreEdits })}</li>}
          </ul>
        </details>
      )}
    </li>
  )
}

function Site({ site }: { site: SiteAlert }) {
  const t = useTranslations('alerts')
  const { language, list, number } = useFormat()
  const effectWords = useEffectWords()
  const { before, after, effect, costPct, turns, units } = site
  const codes = units.length <= 3 ? list(units.map(isolate), 'unit') : `${units[0]} … ${units.at(-1)}`
  const seats =
    before?.seats && after?.seats && before.seats !== after.seats
      ? [t('seats', { before: number(before.seats), after: number(after.seats) })]
      : []
  return (
    <li>
      <span className="alerts-site">
        {shortNameOf(site, language)}
        {units.length > 0 && <span className="note"> {codes}</span>}
      </span>
      <span className="alerts-effects">
        {turns.map((turn) => (
          <b key={turn}>{t(`turn.${turn}`)}</b>
        ))}
        {[...seats, ...(before && after ? countable(effectWords, effect, costPct) : [])].map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
    </li>
  )
}

/** What cannot be counted is told as a turn already. */
const countable = (words: ReturnType<typeof useEffectWords>, effect: SiteAlert['effect'], costPct: number | null) =>
  words({ ...effect, monthlyCentimes: effect.monthlyCentimes ?? 0, days: effect.days ?? 0 }, costPct)

function Edit({ edit }: { edit: FieldEdit }) {
  const t = useTranslations('alerts')
  const { language, comma } = useFormat()
  const { nameOfField, change } = useFieldWords()
  const { field, before, after } = edit
  return (
    <li>
      {isolate(nameOf(edit, language))}
      {comma}
      {field === ''
        ? t(after === null ? 'went' : 'came')
        : `${nameOfField(field)}${comma}${change(field, before, after)}`}
    </li>
  )
}
