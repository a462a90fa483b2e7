import { instantInMorocco } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { addressAt } from '../../state/as-of.ts'

/** The way to this page as it was: a day and an hour by the clocks in Morocco. */
export function OtherMoment() {
  const t = useTranslations('zone.moment')
  const [isWrong, setIsWrong] = useState(false)
  return (
    <form
      className="zone-moment"
      onSubmit={(event) => {
        event.preventDefault()
        const [day = '', time = ''] = String(new FormData(event.currentTarget).get('moment')).split('T')
        const instant = instantInMorocco(day, time.slice(0, 5))
        setIsWrong(instant === null)
        if (instant !== null) location.assign(addressAt(instant))
      }}
    >
      <label htmlFor="zone-moment">{t('label')}</label>
      <input id="zone-moment" name="moment" type="datetime-local" required />
      <button type="submit" className="btn">
        {t('show')}
      </button>
      {isWrong && <span role="alert">{t('wrong')}</span>}
    </form>
  )
}
