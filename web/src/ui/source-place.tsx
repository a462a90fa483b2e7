import type { Provenance } from '@tvl/model'
import { createContext, lazy, type ReactNode, Suspense, use, useId, useMemo, useState } from 'react'

const SourceDetails = lazy(() => import('./source-details.tsx').then((module) => ({ default: module.SourceDetails })))

interface OpenSource {
  /** id of the mark that opened it */
  by: string
  label: string
  provenance: Provenance
}

interface Place {
  id: string
  open: OpenSource | null
  toggle: (source: OpenSource) => void
}

const PlaceContext = createContext<Place | null>(null)

export const useSourcePlace = () => use(PlaceContext)

/**
 * The place where the sources of the figures inside it open: under their row, in the flow of the page, one at a time.
 * Put `<SourceSlot/>` where it shall be; figures outside any place open theirs right after themselves.
 */
export function SourcePlace({ children }: { children: ReactNode }) {
  const id = useId()
  const [open, setOpen] = useState<OpenSource | null>(null)
  const place = useMemo<Place>(
    () => ({ id, open, toggle: (source) => setOpen((now) => (now?.by === source.by ? null : source)) }),
    [id, open],
  )
  return <PlaceContext value={place}>{children}</PlaceContext>
}

export function SourceSlot() {
  const place = use(PlaceContext)
  return (
    <div id={place?.id} className="source-slot">
      {place?.open && (
        <Suspense fallback={null}>
          <SourceDetails label={place.open.label} provenance={place.open.provenance} />
        </Suspense>
      )}
    </div>
  )
}
