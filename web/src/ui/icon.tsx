const PATHS = {
  list: 'M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9',
  map: 'M2.5 4.5l5-2 5 2 5-2v13l-5 2-5-2-5 2zM7.5 2.5v13M12.5 4.5v13',
  bookmark: 'M5 2.5h10v15l-5-3.6-5 3.6z',
  menu: 'M2 5.5h16M2 10h16M2 14.5h16',
  close: 'M5 5l10 10M15 5L5 15',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  draw: 'M4 15l2-9 8-2 3 8-6 5zM4 15h0M6 6h0M14 4h0',
  copy: 'M7 7h9v10H7zM4 13V3h9v2',
  display: 'M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14',
  back: 'M12.5 4L6.5 10l6 6',
  minus: 'M4 10h12',
  plus: 'M4 10h12M10 4v12',
  camera: 'M3 6h3.5L8 4h4l1.5 2H17v10H3zM10 8a3 3 0 1 0 0 6a3 3 0 0 0 0-6z',
  check: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15zM6.5 10.2l2.4 2.4l4.6-5',
  compare: 'M4 17V9M10 17V3M16 17v-5',
} as const
export type IconName = keyof typeof PATHS

/** A drawn sign beside a word, or inside a button that has its own name. Never the only carrier of meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
