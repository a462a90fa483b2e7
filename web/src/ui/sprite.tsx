/**
 * What drawings refer to by name, once in the document: the hatch of the charts, a true pattern, so that it stays one at
 * any size and in print.
 */
export function Sprite() {
  return (
    <svg width="0" height="0" className="sr" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="2.6" height="2.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v2.6" stroke="currentColor" strokeWidth="1.7" />
        </pattern>
      </defs>
    </svg>
  )
}
