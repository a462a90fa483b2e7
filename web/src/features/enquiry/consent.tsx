import { useId } from 'react'
import { useTranslations } from 'use-intl'

interface ConsentProps {
  isGiven: boolean
  /** Said below the box when it keeps the form from being sent. */
  fault: string | null
  onChange: (isGiven: boolean) => void
}

/** The consent of law 09-08: given by the person, for each sending, never before. */
export function Consent({ isGiven, fault, onChange }: ConsentProps) {
  const t = useTranslations('enquiry')
  const id = useId()
  return (
    <div className="enquiry-consent">
      <label>
        <input
          type="checkbox"
          className="check"
          name="consent"
          required
          checked={isGiven}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : id}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{t('consent')}</span>
      </label>
      {fault !== null && (
        <p id={id} className="enquiry-fault">
          {fault}
        </p>
      )}
    </div>
  )
}
