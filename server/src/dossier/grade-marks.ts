import type { Grade } from '@tvl/model'

/** Colour and shape of the evidence marks, as on the pages (web/src/ui/grade-mark.tsx). */
const SHAPES: Readonly<Record<Grade, { colour: string; shape: (colour: string) => string }>> = {
  official: { colour: '#0a5c44', shape: (c) => `<path d="M.5.5h9v9h-9z" fill="${c}"/>` },
  press: {
    colour: '#12337a',
    shape: (c) =>
      `<path d="M1 1h8v8H1z" fill="none" stroke="${c}" stroke-width="1.2"/><path d="M1 9V1h4v8z" fill="${c}"/>`,
  },
  declared: { colour: '#8855b8', shape: (c) => `<circle cx="5" cy="5" r="4.6" fill="${c}"/>` },
  measured: {
    colour: '#14788c',
    shape: (c) =>
      `<circle cx="5" cy="5" r="3.6" fill="none" stroke="${c}" stroke-width="1.2"/><path d="M5 0v10M0 5h10" stroke="${c}"/>`,
  },
  modelled: {
    colour: '#66300d',
    shape: (c) =>
      `<path d="M.5 3.6C2 1.6 3.5 1.6 5 3.2s3 1.6 4.5-.4M.5 7.6c1.5-2 3-2 4.5-.4s3 1.6 4.5-.4" fill="none" stroke="${c}" stroke-width="1.3"/>`,
  },
  derived: {
    colour: '#7d6a08',
    shape: (c) => `<path d="M5 .9 9.4 9H.6z" fill="none" stroke="${c}" stroke-width="1.25" stroke-linejoin="round"/>`,
  },
  illustrative: {
    colour: '#c31156',
    shape: (c) => `<path d="M1 1h8v8H1zM1 4.5 4.5 1M1 8.2 8.2 1M1.8 9 9 1.8M5.5 9 9 5.5" fill="none" stroke="${c}"/>`,
  },
}

const drawn = (grade: Grade): string => {
  const { colour, shape } = SHAPES[grade]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10">${shape(colour)}</svg>`
}

/** The mark of each grade as SVG. */
export const GRADE_MARKS: Readonly<Record<Grade, string>> = {
  official: drawn('official'),
  press: drawn('press'),
  declared: drawn('declared'),
  measured: drawn('measured'),
  modelled: drawn('modelled'),
  derived: drawn('derived'),
  illustrative: drawn('illustrative'),
}
