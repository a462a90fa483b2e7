/**
 * The shapes of the evidence marks, drawn once in the document and used everywhere. The illustrative mark is a true
 * hatch (a pattern), so that it stays one at any size and in print.
 */
export function Sprite() {
  return (
    <svg width="0" height="0" className="sr" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="2.6" height="2.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v2.6" stroke="currentColor" strokeWidth="1.7" />
        </pattern>
        <symbol id="g-official" viewBox="0 0 10 10">
          <path d="M.5.5h9v9h-9z" fill="currentColor" />
        </symbol>
        <symbol id="g-press" viewBox="0 0 10 10">
          <path d="M1 1h8v8H1z" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M1 9V1h4v8z" fill="currentColor" />
        </symbol>
        <symbol id="g-declared" viewBox="0 0 10 10">
          <circle cx="5" cy="5" r="4.6" fill="currentColor" />
        </symbol>
        <symbol id="g-measured" viewBox="0 0 10 10">
          <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M5 0v10M0 5h10" stroke="currentColor" />
        </symbol>
        <symbol id="g-modelled" viewBox="0 0 10 10">
          <path
            d="M.5 3.6C2 1.6 3.5 1.6 5 3.2s3 1.6 4.5-.4M.5 7.6c1.5-2 3-2 4.5-.4s3 1.6 4.5-.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
          />
        </symbol>
        <symbol id="g-derived" viewBox="0 0 10 10">
          <path d="M5 .9 9.4 9H.6z" fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="round" />
        </symbol>
        <symbol id="g-illustrative" viewBox="0 0 10 10">
          <path d="M1 1h8v8H1z" fill="url(#hatch)" stroke="currentColor" strokeWidth="1.1" />
        </symbol>
        <symbol id="f-fresh" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="5.5" fill="currentColor" />
        </symbol>
        <symbol id="f-due" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M6 6V1a5 5 0 1 1-5 5z" fill="currentColor" />
        </symbol>
        <symbol id="f-late" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />
        </symbol>
        <symbol id="f-doubtful" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M6 6V1a5 5 0 0 1 5 5z" fill="currentColor" />
        </symbol>
        <symbol id="f-expired" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M2.2 9.8 9.8 2.2" stroke="currentColor" strokeWidth="1.2" />
        </symbol>
        <symbol id="f-never" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="1.6 1.6" />
        </symbol>
      </defs>
    </svg>
  )
}
