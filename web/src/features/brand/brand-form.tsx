import { BRAND_LONGEST, type BrandBody, type BrandContact, faultsOfBrand, tidyBrand } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { ColourField } from './colour-field.tsx'
import { Outcome } from './outcome.tsx'
import { TextField } from './text-field.tsx'
import type { BrandDraft } from './use-brand-draft.ts'

const CONTACT = [
  { name: 'email', type: 'email', autoComplete: 'off', dir: 'ltr' },
  { name: 'phone', type: 'tel', autoComplete: 'off', dir: 'ltr' },
  { name: 'address', type: 'text', autoComplete: 'off', dir: 'auto' },
  { name: 'web', type: 'text', inputMode: 'url', autoComplete: 'off', dir: 'ltr' },
] as const satisfies readonly { name: keyof BrandContact; [attribute: string]: string }[]

/** Names, colours and contact, sent together. */
export function BrandForm({ body, draft }: { body: BrandBody; draft: BrandDraft }) {
  const t = useTranslations('brand')
  const { names, contact } = body
  const faults = draft.isTried ? faultsOfBrand(tidyBrand(body)) : []
  const faultOf = (field: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault ? t(`fault.${fault.code}`) : null
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.state.kind === 'sending') return
        const field = draft.save()
        const input = field === null ? null : event.currentTarget.elements.namedItem(field)
        if (input instanceof HTMLElement) input.focus()
      }}
    >
      <fieldset className="brand-part">
        <legend>{t('names')}</legend>
        <p className="note">{t('namesNote')}</p>
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            name={`names.${language}`}
            label={LANGUAGE_NAMES[language].full}
            labelLanguage={language}
            value={names[language]}
            fault={faultOf(`names.${language}`)}
            onChange={(value) => draft.change({ names: { ...names, [language]: value } })}
            input={{
              lang: language,
              dir: language === 'ar' ? 'rtl' : 'ltr',
              maxLength: BRAND_LONGEST.name,
              'aria-required': true,
            }}
          />
        ))}
      </fieldset>
      <fieldset className="brand-part">
        <legend>{t('colours')}</legend>
        <p className="note">{t('coloursNote')}</p>
        <ColourField name="primary" body={body} draft={draft} />
        <ColourField name="accent" body={body} draft={draft} />
      </fieldset>
      <fieldset className="brand-part">
        <legend>{t('contact')}</legend>
        <p className="note">{t('contactNote')}</p>
        {CONTACT.map(({ name, ...input }) => (
          <TextField
            key={name}
            name={`contact.${name}`}
            label={t(`field.${name}`)}
            value={contact[name] ?? ''}
            fault={faultOf(`contact.${name}`)}
            onChange={(value) => draft.change({ contact: { ...contact, [name]: value } })}
            input={{ ...input, maxLength: BRAND_LONGEST[name] }}
          />
        ))}
      </fieldset>
      <div className="brand-send">
        <button type="submit" className="btn primary" aria-disabled={draft.state.kind === 'sending'}>
          {t(draft.state.kind === 'sending' ? 'sending' : 'save')}
        </button>
        <Outcome draft={draft} body={body} />
      </div>
    </form>
  )
}
