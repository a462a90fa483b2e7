import type { BrandAnswer, BrandBody, BrandColour } from '@tvl/model'
import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import { markHref } from '../../api/brand.ts'
import { isolateLtr } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { verdictOf } from './colour-field.tsx'

const RANKS = [1, 2, 3] as const

/** The head of a dossier as it would be issued: what is typed, on white paper whatever the page is set on. */
export function Preview({ body, saved }: { body: BrandBody; saved: BrandAnswer }) {
  const t = useTranslations('brand')
  const { language, number } = useFormat()
  const name = body.names[language].trim() || saved.brand.names[language]
  const { email, phone, address, web } = body.contact
  const colours = { '--brand-primary': shown('primary', body, saved), '--brand-accent': shown('accent', body, saved) }
  return (
    <figure className="brand-preview">
      <figcaption>{t('preview.title')}</figcaption>
      <div className="brand-paper" style={colours as CSSProperties}>
        <div className="brand-strip">
          {saved.brand.markId && <img src={markHref(saved.brand.markId)} alt="" />}
          <b>{name}</b>
          <span>{t('preview.page')}</span>
        </div>
        <p className="brand-headline">{t('preview.headline')}</p>
        <ol>
          {RANKS.map((rank) => (
            <li key={rank}>
              <i className="brand-disc">{number(rank)}</i>
              <span>{t('preview.site', { rank: number(rank) })}</span>
              <span className="brand-more">{t('preview.more')}</span>
            </li>
          ))}
        </ol>
        <p className="brand-foot">
          {address?.trim() && <span>{address.trim()}</span>}
          {phone?.trim() && <span>{isolateLtr(phone.trim())}</span>}
          {email?.trim() && <span className="brand-more">{isolateLtr(email.trim())}</span>}
          {web?.trim() && <span className="brand-more">{isolateLtr(web.trim().replace(/^https?:\/\//, ''))}</span>}
        </p>
      </div>
    </figure>
  )
}

/** A colour as it would be kept: one that does not read is shown as the nearest that does. */
function shown(name: BrandColour, body: BrandBody, saved: BrandAnswer): string {
  const verdict = verdictOf(body[name])
  if (!verdict) return saved.brand[name]
  if (verdict.kind === 'reads') return body[name].trim()
  return verdict.kind === 'corrected' ? verdict.to : verdict.nearest
}
