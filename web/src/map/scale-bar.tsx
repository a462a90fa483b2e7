const STEPS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500]

/** The longest round distance that fits. */
export function scaleStep(metresPerPx: number, mostPx: number): { km: number; px: number } {
  const km = STEPS_KM.findLast((step) => (step * 1000) / metresPerPx <= mostPx) ?? 0.1
  return { km, px: (km * 1000) / metresPerPx }
}

/** Ground distance at the middle of the map; never mirrored. */
export function ScaleBar({ metresPerPx, mostPx = 84 }: { metresPerPx: number; mostPx?: number }) {
  const { km, px } = scaleStep(metresPerPx, mostPx)
  // SI symbols are the same in every language here, and a scale is read from left to right.
  const text = km < 1 ? `${km * 1000} m` : `${km} km`
  return (
    <svg className="map-scale" width={px + 34} height={24} aria-hidden="true" focusable="false">
      <path d={`M6 15v5h${px}v-5M${6 + px / 2} 17.5v2.5`} />
      <text x={6} y={11} textAnchor="middle">
        0
      </text>
      <text x={6 + px} y={11} textAnchor="middle">
        {text}
      </text>
    </svg>
  )
}
