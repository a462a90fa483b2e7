import type { Language } from '@tvl/model'
import { type InputHTMLAttributes, useId } from 'react'

interface TextFieldProps {
  name: string
  label: string
  /** When the label is not in the language of the page. */
  labelLanguage?: Language
  value: string
  /** What is wrong with it, in words. */
  fault: string | null
  onChange: (value: string) => void
  input?: InputHTMLAttributes<HTMLInputElement>
}

/** A line of text with its label above and what is wrong with it below. */
export function TextField({ name, label, labelLanguage, value, fault, onChange, input }: TextFieldProps) {
  const id = useId()
  return (
    <p className="brand-field">
      <label htmlFor={id} lang={labelLanguage}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        name={name}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}fault`}
        onChange={({ target }) => onChange(target.value)}
      />
      {fault !== null && (
        <span id={`${id}fault`} className="brand-fault">
          {fault}
        </span>
      )}
    </p>
  )
}
