import type { Provenance } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { printNumbers } from './source-numbers.ts'

export type SourceNumbers = ReadonlyMap<string, number>

/** The numbers of a figure's sources, as the list at the end of the page counts them. */
export function SourceSup({ figures, numbers }: { figures: readonly (Provenance | null)[]; numbers: SourceNumbers }) {
  const t = useTranslations('zone.sources')
  const text = printNumbers(figures.flatMap((figure) => figure?.sources ?? []).flatMap((id) => numbers.get(id) ?? []))
  if (!text) return null
  return (
    <sup className="source-no">
      <span className="sr">{t('sup', { numbers: text })}</span>
      <bdi aria-hidden="true" dir="ltr">
        {text}
      </bdi>
    </sup>
  )
}
