import type { ChangeError } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFieldWords } from './use-field-words.ts'

const CODES = [
  'required',
  'minimum',
  'maximum',
  'type',
  'fraction',
  'date.past',
  'date.status',
  'date.unreal',
  'hold.endless',
  'figure.unusual',
  'photo.unknown',
  'record.unknown',
] as const
const PROBLEMS = ['right.missing', 'second-factor.required', 'commit.taken', 'media.type', 'body.too-large'] as const

const keyOf = <T extends string>(known: readonly T[], code: string): T | null =>
  known.find((one) => one === code) ?? null
type Dashed<T extends string> = T extends `${infer A}.${infer B}` ? `${A}-${B}` : T
/** Keys of phrases are parted by dots; a code keeps its parts by a dash. */
const dashed = <T extends string>(code: T) => code.replace('.', '-') as Dashed<T>

/** What the server has against a change, in the reader's language. A code without words is shown as it is. */
export function useErrorWords() {
  const t = useTranslations('manage.error')
  const fields = useFieldWords()
  return {
    error: ({ field, code, value, limit }: ChangeError): string => {
      const key = keyOf(CODES, code)
      const said = { field: fields.name(field), value: fields.value(field, value), limit: fields.value(field, limit) }
      return key ? t(dashed(key), said) : t('other', { field: said.field, code })
    },
    problem: (code: string | null): string => {
      const key = code === null ? null : keyOf(PROBLEMS, code)
      return key ? t(`problem.${dashed(key)}`) : t('problem.other', { code: code ?? '?' })
    },
  }
}
