import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { metresPerPxAt } from './mercator.ts'
import { ScaleBar } from './scale-bar.tsx'

/** The scale of the living map. */
export function MapScale({ map }: { map: MapLibreMap }) {
  const [metresPerPx, setMetresPerPx] = useState(() => metresPerPxAt(map.getCenter().lat, map.getZoom()))
  useEffect(() => {
    const moved = () => setMetresPerPx(metresPerPxAt(map.getCenter().lat, map.getZoom()))
    map.on('move', moved)
    return () => {
      map.off('move', moved)
    }
  }, [map])
  return <ScaleBar metresPerPx={metresPerPx} mostPx={60} />
}
