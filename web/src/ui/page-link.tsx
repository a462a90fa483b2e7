import type { ComponentPropsWithoutRef } from 'react'
import { Link } from 'wouter'
import { useApp } from '../state/store.ts'
import { addressOf, type UrlState } from '../state/url.ts'

type PageLinkProps = Omit<ComponentPropsWithoutRef<'a'>, 'href'> & {
  /** A path of ours: `/`, `/zones/fes-shore`, `/compare`, `/data`, `/help`. */
  to: string
  /** Parts of the state that the link changes, e.g. `{ compared: [] }`. */
  change?: Partial<UrlState>
}

/** A link inside the product: it carries the need, the compared sites and the language along. */
export function PageLink({ to, change, ...anchor }: PageLinkProps) {
  const href = useApp((state) => addressOf(to, state, change))
  return <Link {...anchor} href={href} />
}
