import './dossier.css'
import type { FrozenShortlist } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { GradeLegend } from '../grade-legend.tsx'
import { FrozenSources } from '../use-sources.tsx'
import { shownSites } from './frozen-words.ts'
import { NeedLine } from './need-line.tsx'
import { SiteSheet } from './site-sheet.tsx'
import { SitesTable } from './sites-table.tsx'
import { SourcesList } from './sources-list.tsx'

/** A shortlist as it was frozen, read only: comparison, a sheet a site, sources and rules. */
export function FrozenView({ frozen }: { frozen: FrozenShortlist }) {
  const t = useTranslations('dossier')
  const format = useFormat()
  const { shortlist, catalogue } = frozen
  return (
    <FrozenSources frozen={frozen}>
      <NeedLine need={shortlist.need} />
      <p className="dossier-about">
        {t(`order.${shortlist.order}`)} {t('dataOf', { day: format.day(catalogue.today) })}
      </p>
      {catalogue.kind === 'demo' && <p className="dossier-illustrative">{t('illustrative')}</p>}
      <SitesTable frozen={frozen} />
      <div className="dossier-legend">
        <GradeLegend />
      </div>
      {shownSites(frozen).map((one) => (
        <SiteSheet key={one.site.id} one={one} frozen={frozen} />
      ))}
      <SourcesList frozen={frozen} />
    </FrozenSources>
  )
}
