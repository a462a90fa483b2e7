import { useTranslations } from 'use-intl'
import { exportPath, templatePath } from '../../api/imports.ts'
import { isolate } from '../../i18n/format.ts'
import { LANGUAGE_NAMES } from '../../i18n/languages.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'

const TYPES = ['xlsx', 'csv', 'geojson'] as const

/** Files to begin from: templates in each language, and the catalogue as it is. */
export function Files() {
  const t = useTranslations('import')
  const { zone } = useConsole()
  const { language } = useFormat()
  return (
    <section className="import-part import-files">
      <div>
        <h2>{t('template.title')}</h2>
        <p className="note">{t('template.note')}</p>
        <ul>
          {(['fr', 'ar', 'en'] as const).map((one) => (
            <li key={one}>
              <span lang={one}>{LANGUAGE_NAMES[one].full}</span>
              {(['xlsx', 'csv'] as const).map((type) => (
                <a
                  key={type}
                  className="link"
                  download
                  href={templatePath(type, one)}
                  aria-label={t('template.of', { language: LANGUAGE_NAMES[one].full, type: type.toUpperCase() })}
                >
                  {type.toUpperCase()}
                </a>
              ))}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2>{zone ? t('export.of', { zone: isolate(nameOf(zone.properties, language)) }) : t('export.title')}</h2>
        <p className="note">{t('export.note')}</p>
        <ul>
          {(['offices', 'buildings'] as const).map((collection) => (
            <li key={collection}>
              <span>{t(`collection.${collection}`)}</span>
              {TYPES.map((type) => (
                <a
                  key={type}
                  className="link"
                  download
                  href={exportPath(collection, type, zone?.id ?? null, language)}
                  aria-label={`${t(`collection.${collection}`)}, ${type === 'geojson' ? 'GeoJSON' : type.toUpperCase()}`}
                >
                  {type === 'geojson' ? 'GeoJSON' : type.toUpperCase()}
                </a>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
