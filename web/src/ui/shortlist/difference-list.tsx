import type { Effect, FrozenShortlist } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { SentDifference } from '../../api/shortlists.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRecordWords } from '../record/use-record-words.ts'
import { shownSites, siteName, useDirhams } from './frozen-words.ts'

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
  const words = useRecordWords()
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
  const fieldName = (field: string) =>
    t.has(`field.${field as 'units'}`) ? t(`field.${field as 'units'}`) : words.name(field)
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
                {fieldName(field)}
                {format.comma}
                <Change before={words.value(field, before)} after={words.value(field, after)} />
              </>
            )}
            {effects.map(({ siteId, effect }) => (
              <EffectLine key={siteId} site={sites.get(siteId) ?? siteId} effect={effect} />
            ))}
          </li>
        ))}
      {difference.sums.map(({ siteId, field, before, after, effect }) => (
        <li key={`${siteId} ${field}`}>
          <b>{sites.get(siteId)}</b> {fieldName(field)}
          {format.comma}
          <Change before={words.value(field, before)} after={words.value(field, after)} />
          <EffectLine site={sites.get(siteId) ?? siteId} effect={effect} />
        </li>
      ))}
    </ul>
  )
}

function Change({ before, after }: { before: string; after: string }) {
  const t = useTranslations('dossier.difference')
  return <span>{t('change', { before: isolate(before), after: isolate(after) })}</span>
}

/** What a change does to a site; silent when it does nothing. */
function EffectLine({ site, effect: { score, monthlyCentimes, days } }: { site: string; effect: Effect }) {
  const t = useTranslations('dossier.difference')
  const { number, list } = useFormat()
  const dirhams = useDirhams()
  const signed = (text: string, value: number) => isolate(`${value > 0 ? '+' : '−'}${text}`)
  const parts = [
    ...(score === 0 ? [] : [t('score', { points: signed(number(Math.abs(score), { maxDigits: 2 }), score) })]),
    ...(monthlyCentimes === 0
      ? []
      : [
          monthlyCentimes === null
            ? t('moneyUnknown')
            : t('money', { amount: signed(dirhams(Math.abs(monthlyCentimes)), monthlyCentimes) }),
        ]),
    ...(days === 0
      ? []
      : [days === null ? t('dateUnknown') : t(days > 0 ? 'later' : 'sooner', { count: Math.abs(days) })]),
  ]
  if (parts.length === 0) return null
  return <span className="note dossier-under">{t('effect', { site, effect: list(parts) })}</span>
}
