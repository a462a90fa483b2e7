import type { Effect, FrozenShortlist } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { SentDifference } from '../../api/shortlists.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useEffectWords, useFieldWords } from './effect-words.ts'
import { shownSites, siteName } from './frozen-words.ts'

/** How much has changed since, at a glance; what has, one by one, below. */
export function DifferenceBanner({ frozen, difference }: { frozen: FrozenShortlist; difference: SentDifference }) {
  const t = useTranslations('dossier.difference')
  const { instant } = useFormat()
  const checked = t('checked', { time: instant(new Date(difference.checkedAt)) })
  const { changes, fields } = difference
  const verified = fields.filter(({ kind }) => kind === 'evidence').length
  if (changes === 0) {
    return (
      <p className="dossier-banner" role="status">
        <b>{t('none')}</b> {checked} {verified > 0 && t('verified', { count: verified })}
      </p>
    )
  }
  return (
    <details className="dossier-banner is-changed">
      <summary>
        <b>{t('count', { count: changes })}</b> {checked}
      </summary>
      <DifferenceList frozen={frozen} difference={difference} />
      {verified > 0 && <p className="note">{t('verified', { count: verified })}</p>}
    </details>
  )
}

/** Every change: of what, from what to what, with its effect on score, money and date. */
function DifferenceList({ frozen, difference }: { frozen: FrozenShortlist; difference: SentDifference }) {
  const t = useTranslations('dossier.difference')
  const format = useFormat()
  const sites = new Map(shownSites(frozen).map((one) => [one.site.id, siteName(one, format)]))
  const recordName = (collection: string, id: string): string => {
    for (const { zone, region, pool, units, buildings } of frozen.sites) {
      const found = [zone, region, pool, ...buildings].find((record) => record?.id === id)
      if (found) return nameOf(found.properties, format.language)
      const unit = units.find((record) => record.id === id)
      if (unit) return isolate(unit.properties.name)
    }
    const rule = frozen.incentives.find((record) => record.id === id)
    return rule ? nameOf(rule.properties, format.language) : isolate(`${collection} ${id}`)
  }
  const { nameOfField, change } = useFieldWords()
  return (
    <ul className="dossier-changes">
      {difference.fields
        .filter(({ kind }) => kind !== 'evidence')
        .map(({ collection, id, field, before, after, kind, effects }) => (
          <li key={`${collection} ${id} ${field}`}>
            <b>{recordName(collection, id)}</b>{' '}
            {kind === 'gone' ? (
              t('gone')
            ) : (
              <>
                {nameOfField(field)}
                {format.comma}
                {change(field, before, after)}
              </>
            )}
            {effects.map(({ siteId, effect }) => (
              <EffectLine key={siteId} site={sites.get(siteId) ?? siteId} effect={effect} />
            ))}
          </li>
        ))}
      {difference.sums.map(({ siteId, field, before, after, effect }) => (
        <li key={`${siteId} ${field}`}>
          <b>{sites.get(siteId)}</b> {nameOfField(field)}
          {format.comma}
          {change(field, before, after)}
          <EffectLine site={sites.get(siteId) ?? siteId} effect={effect} />
        </li>
      ))}
    </ul>
  )
}

/** What a change does to a site; silent when it does nothing. */
function EffectLine({ site, effect }: { site: string; effect: Effect }) {
  const t = useTranslations('dossier.difference')
  const { list } = useFormat()
  const parts = useEffectWords()(effect)
  if (parts.length === 0) return null
  return <span className="note dossier-under">{t('effect', { site, effect: list(parts) })}</span>
}
