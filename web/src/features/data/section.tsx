import type { ReactNode } from 'react'

/** A section of the page, reached by its name in the address. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: string
  children: ReactNode
}) {
  return (
    <section id={id} className="data-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p className="data-lead">{lead}</p>}
      {children}
    </section>
  )
}
