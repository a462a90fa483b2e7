export interface EnquirySettings {
  /** Who is responsible for the data; null: not given, and said so. */
  controller: string | null
  /** Address where rights are exercised; null: not given, and said so. */
  contact: string | null
  /** Of the declaration to the CNDP; null: not given, and said so. */
  cndpReference: string | null
  /** From receipt to the promised answer, nights and weekends counted. */
  answerHours: number
  /** From the closing, or the last that was done with it, to erasure. */
  retentionMonths: number
}

type Read = <T>(name: string, fallback: T, parse: (value: string) => T | undefined, allowed: string) => T

const LONGEST_LINE = 200

/** The settings of enquiries. */
export function readEnquirySettings(read: Read): EnquirySettings {
  const line = (name: string) =>
    read<string | null>(name, null, asLine, `A line of at most ${LONGEST_LINE} characters.`)
  const whole = (name: string, fallback: number, most: number) =>
    read(
      name,
      fallback,
      (value) => (/^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined),
      `A whole number from 1 to ${most}.`,
    )
  return {
    controller: line('PRIVACY_CONTROLLER'),
    contact: read<string | null>(
      'PRIVACY_CONTACT',
      null,
      (value) => (/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(value) ? value : undefined),
      'An e-mail address such as privacy@sites.example.ma.',
    ),
    cndpReference: line('CNDP_REFERENCE'),
    answerHours: whole('ENQUIRY_ANSWER_HOURS', 48, 720),
    retentionMonths: whole('ENQUIRY_RETENTION_MONTHS', 24, 120),
  }
}

const asLine = (value: string): string | undefined =>
  value.length <= LONGEST_LINE && !/[\r\n]/.test(value) ? value : undefined
