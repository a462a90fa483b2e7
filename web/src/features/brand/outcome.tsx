import { type BrandAnswer, type BrandBody, tidyBrand } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolate, isolateLtr } from '../../i18n/format.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { BrandDraft } from './use-brand-draft.ts'
import { useBrandProblem } from './use-brand-problem.ts'

/** What became of what was sent. */
export function Outcome({ draft, body }: { draft: BrandDraft; body: BrandBody }) {
  const t = useTranslations('brand')
  const { number } = useFormat()
  const words = useBrandProblem()
  const { state } = draft
  const ratio = (value: number) => isolateLtr(`${number(value, { minDigits: 1 })}:1`)
  return (
    <>
      <div role="status">
        {state.kind === 'saved' && (
          <>
            <p>{t('saved')}</p>
            {state.corrections.map(({ field, from, to, contrast }) => (
              <p key={field}>
                {t('moved', {
                  field: t(`field.${field}`),
                  from: isolateLtr(from),
                  to: isolateLtr(to),
                  before: ratio(contrast.from),
                  after: ratio(contrast.to),
                })}
              </p>
            ))}
          </>
        )}
      </div>
      {state.kind === 'failed' && (
        <p role="alert" className="brand-fault">
          {words(state.problem)}
        </p>
      )}
      {state.kind === 'conflict' && <Conflict draft={draft} body={body} current={state.current} />}
    </>
  )
}

/** Somebody else set the brand meanwhile: both sides beside each other, and which of them shall be. */
function Conflict({ draft, body, current }: { draft: BrandDraft; body: BrandBody; current: BrandAnswer }) {
  const t = useTranslations('brand')
  const lines = useLines()
  const [mine, theirs] = [lines(tidyBrand(body)), lines(current.brand)]
  const apart = mine.filter(([, value], i) => value !== theirs[i]?.[1])
  return (
    <section role="alert" className="brand-conflict">
      <p>{t('conflict.title')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {apart.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{isolate(theirs.find(([other]) => other === label)?.[1] ?? '')}</td>
              <td>{isolate(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="btn" onClick={() => draft.keepMine(current)}>
        {t('conflict.keepMine')}
      </button>{' '}
      <button type="button" className="btn" onClick={() => draft.takeTheirs(current)}>
        {t('conflict.takeTheirs')}
      </button>
    </section>
  )
}

/** A brand as lines of label and value, always in the same order. */
function useLines(): (body: BrandBody) => [label: string, value: string][] {
  const t = useTranslations('brand')
  return ({ names, primary, accent, contact }) => [
    ...LANGUAGES.map((language): [string, string] => [
      t('nameIn', { language: LANGUAGE_NAMES[language].full }),
      names[language],
    ]),
    [t('field.primary'), primary],
    [t('field.accent'), accent],
    ...(['email', 'phone', 'address', 'web'] as const).map((name): [string, string] => [
      t(`field.${name}`),
      contact[name] ?? t('none'),
    ]),
  ]
}
