import { useTranslations } from 'use-intl'

const SIGNS = {
  zoomIn: 'M8 3v10M3 8h10',
  zoomOut: 'M3 8h10',
  wholeKingdom: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
}

interface MapControlsProps {
  onZoom: (step: number) => void
  onWholeKingdom: () => void
}

/** Zoom and the way back to the whole Kingdom. */
export function MapControls({ onZoom, onWholeKingdom }: MapControlsProps) {
  const t = useTranslations('map')
  const button = (name: keyof typeof SIGNS, act: () => void) => (
    <button type="button" aria-label={t(name)} title={t(name)} onClick={act}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SIGNS[name]} />
      </svg>
    </button>
  )
  return (
    <div className="map-controls">
      {button('zoomIn', () => onZoom(1))}
      {button('zoomOut', () => onZoom(-1))}
      {button('wholeKingdom', onWholeKingdom)}
    </div>
  )
}
