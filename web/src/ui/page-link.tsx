import type { ComponentPropsWithoutRef, MouseEvent } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import { asOf } from '../state/as-of.ts'
import { useApp } from '../state/store.ts'
import { addressOf, carriesNeed, pageOf, type UrlState } from '../state/url.ts'
import { useCarriedState } from './carried-state.tsx'

type PageLinkProps = Omit<ComponentPropsWithoutRef<'a'>, 'href'> & {
  /** A path of ours: `/`, `/zones/fes-shore`, `/compare`, `/data`, `/help`. */
  to: string
  /** Parts of the state that the link changes, e.g. `{ compared: [] }`. */
  change?: Partial<UrlState>
  /** Part of the page to land on. */
  part?: string | undefined
}

/** A link inside the product: it carries the need, the compared sites and the language along. */
export function PageLink({ to, change, part, onClick, ...anchor }: PageLinkProps) {
  const hash = part === undefined ? '' : `#${part}`
  const href = addressOf(to, useCarriedState(), change) + hash
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented) return
    event.preventDefault()
    const address = addressOf(to, useApp.getState(), change) + hash
    // What is read on a page of the past is of that moment: another page starts anew.
    if (asOf !== null && !carriesNeed(pageOf(to))) location.assign(address)
    else navigate(address)
  }
  return <Link {...anchor} href={href} onClick={open} />
}
