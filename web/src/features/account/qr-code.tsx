import { encode } from 'uqr'

/** Modules left free around a code, as its standard asks (ISO/IEC 18004). */
const QUIET = 4

/** A text as a QR code, dark on light in both themes: cameras read nothing else as surely. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: QUIET })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className="account-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  )
}
