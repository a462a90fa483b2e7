import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useConsole } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'

/** Which zone the console looks at; nothing where there is but one. */
export function ZoneChoice() {
  const t = useTranslations('console')
  const language = useApp((state) => state.language)
  const { zones, zone } = useConsole()
  if (zones.length < 2) return null
  return (
    <label className="console-zone">
      <span className="sr">{t('zone')}</span>
      <select value={zone?.id ?? ''} onChange={(event) => useApp.getState().setParam('zone', event.target.value)}>
        {zones.map(({ id, properties }) => (
          <option key={id} value={id}>
            {nameOf(properties, language)}
          </option>
        ))}
      </select>
    </label>
  )
}
