import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { HoldButton } from './hold-button.tsx'
import { METHODS_BY_HAND, type MethodByHand } from './unit-change.ts'

interface PublishBarProps {
  describedBy: string
  /** What keeps it from being published; null: nothing. */
  hindrance: 'unreadable' | 'undescribed' | null
  method: MethodByHand
  onMethod: (method: MethodByHand) => void
  onPublish: () => Promise<void>
}

/** How it was verified, and the one button that publishes, where the thumb is. */
export function PublishBar({ describedBy, hindrance, method, onMethod, onPublish }: PublishBarProps) {
  const t = useTranslations('manage.publish')
  const name = useId()
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <footer className="unit-publish">
      <HoldButton
        label={t(`by.${method}`)}
        describedBy={describedBy}
        isDisabled={hindrance !== null}
        onDone={onPublish}
      />
      <p id={describedBy} className={hindrance ? 'unit-wrong' : 'sr'}>
        {hindrance && t(hindrance)}
      </p>
      {isChoosing ? (
        <fieldset className="unit-methods">
          <legend className="sr">{t('how')}</legend>
          {METHODS_BY_HAND.map((each) => (
            <label key={each}>
              <input type="radio" name={name} value={each} checked={each === method} onChange={() => onMethod(each)} />
              <span>{t(`method.${each}`)}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <button type="button" className="unit-otherwise" aria-expanded={false} onClick={() => setIsChoosing(true)}>
          {t('otherwise')}
        </button>
      )}
    </footer>
  )
}
