import type { Language } from '@tvl/model'
import type { ReactNode } from 'react'
import { type Basemap, type BasemapProperties, pathOf } from './flat-basemap.ts'
import { type FlatLabel, placeFlatLabels } from './flat-labels.ts'
import type { FlatMap } from './mercator.ts'

interface FlatGroundProps {
  flat: FlatMap
  basemap: Basemap
  language: Language
  hitRegionIds: readonly string[]
  /** towns up to this tier are named */
  mostTier: number
  /** what names must not cover */
  discs: readonly { x: number; y: number; r: number }[]
  /** names of sites and the like, placed before the towns */
  labels?: readonly (FlatLabel & { className?: string })[]
  children?: ReactNode
}

const nameOf = (properties: BasemapProperties, language: Language): string =>
  (language === 'fr' ? properties.nameFr : language === 'ar' ? properties.nameAr : properties.nameEn) ?? ''

const isGreat = ({ size }: { size: number }) => size > 11

/** The map's ground as SVG, in the colours of the page's own tokens: for small maps that do not move. */
export function FlatGround(props: FlatGroundProps) {
  const { flat, basemap, language, hitRegionIds, mostTier, discs, labels = [], children } = props
  const line = (file: keyof Basemap, className: (p: BasemapProperties) => string | null) =>
    basemap[file].features.map(({ properties, geometry }) => {
      const name = className(properties)
      const d = name ? pathOf(geometry, flat) : ''
      return d ? <path key={`${file}-${properties.id}`} d={d} className={name ?? ''} /> : null
    })
  const towns = basemap.towns.features.flatMap(({ properties, geometry }) => {
    if (geometry.type !== 'Point' || (properties.tier ?? 9) > mostTier) return []
    const { x, y } = flat.project(geometry.coordinates)
    const isIn = x > 0 && x < flat.width && y > 0 && y < flat.height
    const size = (properties.tier ?? 9) === 0 ? 12.5 : 11
    return isIn ? [{ id: properties.id, x, y, size, text: nameOf(properties, language), seat: properties.seat }] : []
  })
  const classes = new Map(labels.map(({ id, className }) => [id, className]))
  const names = placeFlatLabels(
    [...towns.filter(isGreat), ...labels, ...towns.filter((town) => !isGreat(town))],
    discs,
    flat.width,
    flat.height,
  )
  return (
    <>
      <rect width={flat.width} height={flat.height} className="flat-sea" />
      {line('outline', () => 'flat-water is-3')}
      {line('outline', () => 'flat-water-inner is-3')}
      {line('outline', () => 'flat-water is-1')}
      {line('outline', () => 'flat-water-inner is-1')}
      {line('neighbours', ({ kind }) => (kind === 'land' ? 'flat-neighbour' : null))}
      {line('regions', ({ id }) => (hitRegionIds.includes(id) ? 'flat-region is-hit' : 'flat-region'))}
      {line('region-mesh', () => 'flat-mesh')}
      {line('outline', ({ kind }) => (kind === 'outline' ? 'flat-outline' : 'flat-coast'))}
      {line('rail', ({ kind, status }) => `flat-rail is-${kind} is-${status}`)}
      {towns.map(({ id, x, y, seat }) => (
        <circle key={id} cx={x} cy={y} r={2.1} className={seat ? 'flat-town is-seat' : 'flat-town'} />
      ))}
      {children}
      {names.map(({ id, tx, ty, anchor, text, size }) => (
        <text
          key={`name-${id}`}
          x={tx}
          y={ty}
          textAnchor={anchor}
          fontSize={size}
          className={`flat-name ${classes.get(id) ?? (size > 11 ? 'is-great' : '')}`}
        >
          {text}
        </text>
      ))}
    </>
  )
}
