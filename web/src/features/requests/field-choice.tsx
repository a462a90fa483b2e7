import { matchesName, RFI_FIELDS, type RfiField } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { RequestItem } from '../../api/requests.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { PickBox } from '../../ui/pick-box.tsx'
import { useAnswerWords } from './use-answer-words.ts'

interface FieldChoiceProps {
  item: RequestItem
  isBusy: boolean
  onChoose: (field: string | null | undefined) => void
}

/** What a question means: one of the likely fields, any other by its name in any language, or nothing. */
export function FieldChoice({ item, isBusy, onChoose }: FieldChoiceProps) {
  const t = useTranslations('requests.change')
  const { language } = useFormat()
  const words = useAnswerWords()
  const likely = item.choices.filter(({ field }) => field !== item.field)
  return (
    <div className="rfi-choice">
      {likely.length > 0 && (
        <ul aria-label={t('likely')}>
          {likely.map(({ field }) => (
            <li key={field}>
              <button type="button" className="btn" disabled={isBusy} onClick={() => onChoose(field)}>
                {words.fieldName(field)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <PickBox<RfiField>
        label={t('search')}
        placeholder={t('search')}
        none={t('none')}
        items={RFI_FIELDS.filter(({ key }) => key !== item.field)}
        idOf={({ key }) => key.replace('.', '-')}
        matches={(field, query) => matchesName(query, [...Object.values(field.words), ...field.also])}
        onPick={({ key }) => onChoose(key)}
      >
        {(field) => (
          <>
            <span>{field.words[language]}</span>
            <span className="note">{words.unitOf(field.unit) ?? field.unit}</span>
          </>
        )}
      </PickBox>
      <p className="rfi-ways">
        {!(item.isChosen && item.field === null) && (
          <button type="button" className="link" disabled={isBusy} onClick={() => onChoose(null)}>
            {t('empty')}
          </button>
        )}
        {item.isChosen && (
          <button type="button" className="link" disabled={isBusy} onClick={() => onChoose(undefined)}>
            {t('undo')}
          </button>
        )}
      </p>
    </div>
  )
}
