import { type BrandBody, type BrandColour, type ColourVerdict, judgeColour, TEXT_CONTRAST } from '@tvl/model'
import { useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { isolateLtr } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { BrandDraft } from './use-brand-draft.ts'

const HEX = /^#[0-9a-f]{6}$/

/** What becomes of a colour as it is typed; undefined while it is none yet. */
export function verdictOf(typed: string): ColourVerdict | undefined {
  const colour = typed.trim().toLowerCase()
  return HEX.test(colour) ? judgeColour(colour) : undefined
}

/** One colour: picked or typed, how it reads on paper, and the nearest that does where it does not. */
export function ColourField({ name, body, draft }: { name: BrandColour; body: BrandBody; draft: BrandDraft }) {
  const t = useTranslations('brand')
  const id = useId()
  const typed = body[name]
  const verdict = verdictOf(typed)
  const isWrong = draft.isTried && (!verdict || verdict.kind === 'refused')
  const input = useRef<HTMLInputElement>(null)
  const change = (colour: string) => draft.change({ [name]: colour })
  const take = (colour: string) => {
    change(colour)
    // The button goes with the proposal: whoever pressed it goes on in the field.
    input.current?.focus()
  }
  return (
    <div className="brand-field">
      <label htmlFor={id}>{t(`field.${name}`)}</label>
      <div className="brand-colour">
        <input
          type="color"
          aria-label={t('pick', { field: t(`field.${name}`) })}
          value={verdict ? typed.trim().toLowerCase() : '#000000'}
          onChange={({ target }) => change(target.value)}
        />
        <input
          ref={input}
          id={id}
          name={name}
          dir="ltr"
          value={typed}
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={`${id}reads`}
          onChange={({ target }) => change(target.value)}
        />
      </div>
      <div id={`${id}reads`} className="brand-reads" aria-live="polite">
        {verdict ? <Reads verdict={verdict} /> : <span className="brand-fault">{t('fault.colour')}</span>}
      </div>
      {verdict && verdict.kind !== 'reads' && <Proposal verdict={verdict} field={t(`field.${name}`)} onTake={take} />}
    </div>
  )
}

type Unread = Exclude<ColourVerdict, { kind: 'reads' }>
const proposed = (verdict: Unread): string => (verdict.kind === 'corrected' ? verdict.to : verdict.nearest)

function Reads({ verdict }: { verdict: ColourVerdict }) {
  const t = useTranslations('brand')
  const { number } = useFormat()
  const ratio = (value: number) => isolateLtr(`${number(value, { minDigits: 1 })}:1`)
  const least = ratio(TEXT_CONTRAST)
  if (verdict.kind === 'reads') return <span>{t('reads', { ratio: ratio(verdict.contrast), least })}</span>
  const values = {
    ratio: ratio(verdict.kind === 'corrected' ? verdict.contrast.from : verdict.contrast),
    nearest: isolateLtr(proposed(verdict)),
    least,
  }
  return verdict.kind === 'corrected' ? (
    <span>{t('corrected', values)}</span>
  ) : (
    <span className="brand-fault">{t('refused', values)}</span>
  )
}

function Proposal({ verdict, field, onTake }: { verdict: Unread; field: string; onTake: (colour: string) => void }) {
  const t = useTranslations('brand')
  const nearest = proposed(verdict)
  return (
    <button type="button" className="btn brand-take" onClick={() => onTake(nearest)}>
      <i className="brand-swatch" style={{ background: nearest }} />
      {t('take', { colour: isolateLtr(nearest) })}
      <span className="sr"> ({field})</span>
    </button>
  )
}
