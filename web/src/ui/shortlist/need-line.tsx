import { needOf, type Shortlist } from '@tvl/model'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'

/** The need of a shortlist in words. */
export function NeedLine({ need }: { need: Shortlist['need'] }) {
  const t = useTranslations('dossier')
  const sentence = useSentence(need)
  return <p className="dossier-need">{need.length === 0 ? <span className="muted">{t('noNeed')}</span> : sentence}</p>
}

/** A need as a sentence in the reader’s language; empty until its words are there. */
export function useSentence(pairs: Shortlist['need']): string {
  const { language } = useFormat()
  const key = JSON.stringify(pairs)
  const [said, setSaid] = useState('')
  useEffect(() => {
    let isCurrent = true
    const need = needOf({ need: JSON.parse(key) })
    import('../../api/typed-need.ts')
      .then((module) => module.sentenceOf(need, language))
      .then(
        (sentence) => isCurrent && setSaid(sentence),
        () => isCurrent && setSaid(''),
      )
    return () => {
      isCurrent = false
    }
  }, [key, language])
  return said
}
