import { type Need, needToParams, type ParsedNeed } from '@tvl/model'
import { useEffect, useState } from 'react'
import { useApp } from '../../state/store.ts'

/** The grammar, fetched when first wanted. */
export const grammar = () => import('../../api/typed-need.ts')

/** What was made of the typed words; null until the grammar is there, or when nothing was typed. */
export function useParsed(text: string | null, today: string | null): ParsedNeed | null {
  const language = useApp((state) => state.language)
  const [parsed, setParsed] = useState<{ text: string; result: ParsedNeed } | null>(null)
  useEffect(() => {
    if (text === null || today === null) return
    let isWanted = true
    grammar()
      .then(({ parseTyped }) => parseTyped(text, language, today))
      .then((result) => isWanted && setParsed({ text, result }))
      .catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [text, language, today])
  return parsed && parsed.text === text ? parsed.result : null
}

/** The need in words, when nobody typed it; empty when nothing is asked, and until the grammar is there. */
export function useSentence(need: Need, isWanted: boolean): string {
  const language = useApp((state) => state.language)
  const key = `${language}?${new URLSearchParams(needToParams(need))}`
  const [said, setSaid] = useState({ key: '', sentence: '' })
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    grammar()
      .then(({ sentenceOf }) => sentenceOf(need, language))
      .then((sentence) => isCurrent && setSaid({ key, sentence }))
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [isWanted, need, language, key])
  return isWanted && said.key === key ? said.sentence : ''
}
