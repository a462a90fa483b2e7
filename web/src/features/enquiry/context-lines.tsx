import { chips, type Need } from '@tvl/model'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'

interface ContextLinesProps {
  sites: readonly { id: string; name: string }[]
  need: Need | null
  onDropSite: (id: string) => void
  onDropNeed: () => void
}

/** What goes along with the question: the sites and the search. Each can be taken off. */
export function ContextLines({ sites, need, onDropSite, onDropNeed }: ContextLinesProps) {
  const t = useTranslations('enquiry.context')
  const sentence = useNeedSentence(need)
  if (sites.length === 0 && sentence === '') return null
  return (
    <ul className="enquiry-context" aria-label={t('label')}>
      {sites.map(({ id, name }) => (
        <li key={id}>
          <span>
            <span className="muted">{t('site')}</span> <bdi>{name}</bdi>
          </span>
          <button type="button" className="link" aria-label={t('drop', { what: name })} onClick={() => onDropSite(id)}>
            {t('remove')}
          </button>
        </li>
      ))}
      {sentence !== '' && (
        <li>
          <span>
            <span className="muted">{t('need')}</span> <span dir="auto">{sentence}</span>
          </span>
          <button type="button" className="link" aria-label={t('drop', { what: sentence })} onClick={onDropNeed}>
            {t('remove')}
          </button>
        </li>
      )}
    </ul>
  )
}

/** Whether a need asks anything. */
export const asksSomething = (need: Need): boolean => chips(need).some(({ removable }) => removable)

function useNeedSentence(need: Need | null): string {
  const { language } = useFormat()
  const [said, setSaid] = useState('')
  useEffect(() => {
    let isCurrent = true
    const say = async () => {
      if (need === null || !asksSomething(need)) return ''
      return (await import('../../api/typed-need.ts')).sentenceOf(need, language)
    }
    say().then(
      (sentence) => isCurrent && setSaid(sentence),
      () => isCurrent && setSaid(''),
    )
    return () => {
      isCurrent = false
    }
  }, [need, language])
  return said
}
