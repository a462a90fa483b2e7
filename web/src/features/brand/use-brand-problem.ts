import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'

const KNOWN = {
  offline: 'offline',
  'brand.changed': 'changed',
  'brand.contrast': 'contrast',
  'brand.invalid': 'invalid',
  'request.invalid': 'invalid',
  'body.type': 'type',
  'body.too-large': 'large',
  'picture.type': 'type',
  'picture.too-large': 'pixels',
  'picture.unreadable': 'unreadable',
  'mark.unreadable': 'unreadable',
  'mark.entities': 'entities',
  'mark.external': 'external',
  'mark.too-complex': 'complex',
  'mark.empty': 'empty',
  'mark.busy': 'busy',
  'rate.exceeded': 'busy',
  'right.missing': 'right',
  'organisation.unknown': 'right',
  'sign-in.required': 'session',
  'second-factor.required': 'second-factor',
} as const

/** Why something was not done; with `element`, what a drawing holds that is not taken. */
export interface BrandProblem {
  word: (typeof KNOWN)[keyof typeof KNOWN] | 'element' | 'other'
  element: string
}

export function brandProblem(error: unknown): BrandProblem {
  const code = error instanceof ApiError ? error.code : null
  if (error instanceof ApiError && code === 'mark.element') {
    return { word: 'element', element: String(error.problem.element ?? '') }
  }
  return { word: code !== null && code in KNOWN ? KNOWN[code as keyof typeof KNOWN] : 'other', element: '' }
}

/** Elements of drawings that have words of their own. */
const NAMED = ['text', 'image', 'filter', 'script'] as const
const SAME: Readonly<Record<string, (typeof NAMED)[number]>> = { tspan: 'text', textPath: 'text' }

/** A problem in words. */
export function useBrandProblem(): (problem: BrandProblem) => string {
  const t = useTranslations('brand.problem')
  return ({ word, element }) => {
    if (word !== 'element') return t(word)
    const named = NAMED.find((name) => name === element) ?? SAME[element]
    return named ? t(`element.${named}`) : t('element.other', { element })
  }
}
