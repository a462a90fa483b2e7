import { useTranslations } from 'use-intl'

/** The keys of the grid, under it. */
export function Keys() {
  const t = useTranslations('grid.key')
  const ctrl = t('ctrl')
  const keys = [
    [['↑', '↓'], t('move')],
    [['Shift'], t('extend')],
    [['Enter'], t('edit')],
    [['Esc'], t('leave')],
    [[ctrl, 'V'], t('paste')],
    [[ctrl, 'D'], t('fill')],
    [[ctrl, 'Z'], t('undo')],
  ] as const
  return (
    <ul className="grid-keys" aria-label={t('label')}>
      {keys.map(([names, words]) => (
        <li key={words}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{' '}
          {words}
        </li>
      ))}
    </ul>
  )
}
