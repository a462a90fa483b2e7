import { type ReactNode, useId } from 'react'

interface FieldProps {
  label: string
  /** Said under the field when it keeps the form from being sent. */
  fault?: string | null
  children: (props: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode
}

/** A field with its label above and what is wrong with it below. */
export function Field({ label, fault = null, children }: FieldProps) {
  const id = useId()
  return (
    <div className="enquiry-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': fault !== null, 'aria-describedby': fault === null ? undefined : `${id}fault` })}
      {fault !== null && (
        <p id={`${id}fault`} className="enquiry-fault">
          {fault}
        </p>
      )}
    </div>
  )
}
