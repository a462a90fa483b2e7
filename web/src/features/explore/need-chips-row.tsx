import { asksOfOffices, chips as chipsOf, NO_NEED } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useApp } from '../../state/store.ts'
import { termKey } from './term-key.ts'
import { useNeedWords } from './use-need-words.ts'

/** What was understood, each term with its ✕, and what was left aside. */
export function NeedChips({ ignored }: { ignored: readonly string[] }) {
  const t = useTranslations('explore.need')
  const words = useNeedWords()
  const need = useApp((state) => state.need)
  const { askFor } = useApp.getState()
  const asksOffices = need.seats !== null || need.areaM2 !== null || asksOfOffices(need)
  // The law of the catalogue shows where it decides: as soon as offices are asked about.
  const chips = chipsOf(need).filter((chip) => chip.removable || asksOffices)
  const isEmpty = chips.length === 0 && ignored.length === 0
  return (
    <div className="chips">
      <span className="eyebrow chips-label">{t('understood')}</span>
      {isEmpty && <span className="chip off">{words.t('any')}</span>}
      <ul>
        {chips.map((chip) => {
          const label = words.t(`term.${termKey(chip.term, need.contiguous)}`)
          const value = words.chipValue(chip)
          return (
            <li key={chip.key} className="chip">
              <span className="muted">{label}</span>
              <b>{value}</b>
              {chip.removable && (
                <button
                  type="button"
                  className="chip-x"
                  aria-label={t('remove', { term: `${label} ${value}` })}
                  onClick={() => askFor(chip.without, null)}
                >
                  <svg viewBox="0 0 8 8" aria-hidden="true" focusable="false">
                    <path d="M1 1l6 6M7 1 1 7" />
                  </svg>
                </button>
              )}
            </li>
          )
        })}
        {ignored.map((piece) => (
          <li key={piece} className="chip off">
            <span>{t('quoted', { words: piece })}</span>
            <span className="muted">{t('ignored')}</span>
          </li>
        ))}
      </ul>
      {chips.length > 1 && (
        <button type="button" className="link" onClick={() => askFor(NO_NEED, null)}>
          {t('clear')}
        </button>
      )}
    </div>
  )
}
