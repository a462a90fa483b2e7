import { DUE_OUTLOOKS, type DueOutlook, type Language } from '@tvl/model'
import type { Letter } from '../letter.ts'

export interface RemindedZone {
  name: string
  outlook: Readonly<Partial<Record<DueOutlook, { offices: number; seats: number }>>>
}

export interface ReminderWords {
  zones: readonly RemindedZone[]
  /** Last day of what is looked ahead to, ISO. */
  until: string
  links: { due: string; stop: string }
}

interface Words {
  subject: (offices: string) => string
  intro: string
  /** Counts stand after a colon: then no language needs six forms of a word. */
  line: (what: string, offices: string, seats: string) => string
  outlook: Readonly<Record<DueOutlook, (until: string) => string>>
  link: string
  stop: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    subject: (offices) => `À vérifier cette semaine (lots : ${offices})`,
    intro: 'Voici ce qui est à vérifier dans votre territoire. Ce qui n’est plus vérifié sort des totaux publics.',
    line: (what, offices, seats) => `– ${what} : ${offices} (sièges : ${seats})`,
    outlook: {
      left: () => 'Vérification expirée, lots déjà hors des totaux',
      leaves: (until) => `En retard, lots qui sortent des totaux d’ici le ${until}`,
      due: () => 'En retard, lots à vérifier',
      soon: (until) => `Lots dont l’échéance tombe d’ici le ${until}`,
    },
    link: 'À vérifier aujourd’hui',
    stop: 'Ne plus recevoir ce rappel du lundi',
  },
  ar: {
    subject: (offices) => `للتحقق هذا الأسبوع (الوحدات: ${offices})`,
    intro: 'هذا ما يجب التحقق منه في نطاقكم. ما لم يُتحقق منه يخرج من المجاميع المنشورة.',
    line: (what, offices, seats) => `– ${what}: ${offices} (المقاعد: ${seats})`,
    outlook: {
      left: () => 'وحدات انتهت صلاحية التحقق منها وخرجت من المجاميع',
      leaves: (until) => `وحدات متأخرة تخرج من المجاميع قبل ${until} أو فيه`,
      due: () => 'وحدات متأخرة يجب التحقق منها',
      soon: (until) => `وحدات يحين موعد التحقق منها قبل ${until} أو فيه`,
    },
    link: 'للتحقق اليوم',
    stop: 'إيقاف تذكير يوم الاثنين',
  },
  en: {
    subject: (offices) => `To verify this week (units: ${offices})`,
    intro: 'This is what has to be verified in your territory. What is no longer verified leaves the public totals.',
    line: (what, offices, seats) => `– ${what}: ${offices} (seats: ${seats})`,
    outlook: {
      left: () => 'Verification expired, units already out of the totals',
      leaves: (until) => `Overdue, units that leave the totals by ${until}`,
      due: () => 'Overdue, units to verify',
      soon: (until) => `Units that fall due by ${until}`,
    },
    link: 'Due today',
    stop: 'Stop this Monday reminder',
  },
}

const LOCALES = { fr: 'fr', ar: 'ar-MA', en: 'en-GB' } as const

/** “To verify this week”: what is overdue and what falls due, zone by zone. */
export function reminderLetter(language: Language, { zones, until, links }: ReminderWords): Letter {
  const words = WORDS[language]
  const locale = LOCALES[language]
  const number = (count: number) => new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(count)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', numberingSystem: 'latn' }).format(
    new Date(`${until}T00:00:00Z`),
  )
  const all = zones.flatMap(({ outlook }) => Object.values(outlook))
  const paragraphs = zones.map(({ name, outlook }) =>
    [
      name,
      ...DUE_OUTLOOKS.flatMap((kind) => {
        const tally = outlook[kind]
        return tally ? [words.line(words.outlook[kind](day), number(tally.offices), number(tally.seats))] : []
      }),
    ].join('\n'),
  )
  return {
    language,
    subject: words.subject(number(all.reduce((sum, { offices }) => sum + offices, 0))),
    paragraphs: [words.intro, ...paragraphs],
    link: { url: links.due, label: words.link },
    stop: { url: links.stop, label: words.stop },
  }
}
