import type { FrozenShortlist } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { cityOf, nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { SourcePlace, SourceSlot } from '../source-place.tsx'
import { type ShownSite, siteName } from './frozen-words.ts'
import { SiteNotes } from './site-notes.tsx'
import { SiteScore } from './site-score.tsx'
import { UnitsTable } from './units-table.tsx'

/** One site of a dossier: what the agency says of it, its offices, incentives and score. */
export function SiteSheet({ one, frozen }: { one: ShownSite; frozen: FrozenShortlist }) {
  const t = useTranslations('dossier')
  const format = useFormat()
  const { site, totals, line } = one
  const zone = site.zone.properties
  const region = site.region ? nameOf(site.region.properties, format.language) : null
  return (
    <section className="dossier-site" id={`site-${site.id}`} aria-labelledby={`name-${site.id}`}>
      <h2 id={`name-${site.id}`}>
        <span className="dossier-place" aria-hidden="true">
          {format.number(totals.place)}
        </span>
        {siteName(one, format)}
      </h2>
      <p className="note">{[cityOf(zone, format.language), region].filter(Boolean).join(format.comma)}</p>
      <SiteNotes notes={line.notes} />
      <SourcePlace>
        {site.units.length > 0 && (
          <UnitsTable
            name={siteName(one, format)}
            site={site}
            totals={totals}
            assumptions={frozen.shortlist.assumptions}
          />
        )}
        {totals.basis === 'published-rent' && (
          <p>{t('publishedRent', { areaM2: format.number(frozen.shortlist.assumptions.areaM2PerSeat) })}</p>
        )}
        {totals.basis === 'none' && <p className="muted">{t(site.inventory ? 'noBlock' : 'noInventory')}</p>}
        <SourceSlot />
      </SourcePlace>
      <div className="dossier-two">
        <SiteScore totals={totals} />
        <SiteIncentives one={one} frozen={frozen} />
      </div>
    </section>
  )
}

function SiteIncentives({ one: { totals }, frozen }: { one: ShownSite; frozen: FrozenShortlist }) {
  const t = useTranslations('dossier.incentives')
  const answered = (wanted: 'yes' | 'ask' | 'no') => totals.incentives.filter(({ answer }) => answer === wanted)
  const refused = answered('no')
  return (
    <section>
      <h3>{t('title')}</h3>
      <Answers of={[...answered('yes'), ...answered('ask')]} frozen={frozen} />
      {refused.length > 0 && (
        <details className="dossier-refused">
          <summary>{t('refused', { count: refused.length })}</summary>
          <Answers of={refused} frozen={frozen} />
        </details>
      )}
    </section>
  )
}

function Answers({ of, frozen }: { of: ShownSite['totals']['incentives']; frozen: FrozenShortlist }) {
  const t = useTranslations('dossier.incentives')
  const format = useFormat()
  return (
    <ul className="dossier-incentives">
      {of.map(({ incentiveId, answer }) => {
        const rule = frozen.incentives.find(({ id }) => id === incentiveId)?.properties
        if (!rule) return null
        return (
          <li key={incentiveId} data-answer={answer}>
            <b>{t(answer)}</b>
            <span>
              {nameOf(rule, format.language)}
              {rule.validTo && <span className="note"> {t('until', { day: format.day(rule.validTo) })}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
