import { useTranslations } from 'use-intl'

interface AreaToolsProps {
  isDrawing: boolean
  hasArea: boolean
  onBegin: () => void
  onEnd: () => void
  onCancel: () => void
  onClear: () => void
  /** null while the reader has not moved the map */
  onSearchHere: (() => void) | null
  dir: 'ltr' | 'rtl'
}

/** Drawing an area, and searching what the map shows. */
export function AreaTools({
  isDrawing,
  hasArea,
  onBegin,
  onEnd,
  onCancel,
  onClear,
  onSearchHere,
  dir,
}: AreaToolsProps) {
  const t = useTranslations('map')
  if (isDrawing) {
    return (
      <div className="map-tools" dir={dir}>
        <p className="map-help" role="status">
          {hasArea ? t('editHelp') : t('drawHelp')} <span>{t('drawByKeyboard')}</span>
        </p>
        <div className="map-tool-row">
          {hasArea && (
            <button type="button" className="map-button" onClick={onEnd}>
              {t('done')}
            </button>
          )}
          <button type="button" className="map-button" onClick={onCancel}>
            {t('cancel')}
          </button>
        </div>
      </div>
    )
  }
  return (
    <div className="map-tools" dir={dir}>
      <div className="map-tool-row">
        <button type="button" className="map-button" onClick={onBegin}>
          {hasArea ? t('editArea') : t('drawArea')}
        </button>
        {hasArea && (
          <button type="button" className="map-button" onClick={onClear}>
            {t('clearArea')}
          </button>
        )}
        {onSearchHere && (
          <button type="button" className="map-button" onClick={onSearchHere}>
            {t('searchHere')}
          </button>
        )}
      </div>
    </div>
  )
}
