import type { Language } from '@tvl/model'
import type { Letter } from '../letter.ts'

export interface AlertLetterWords {
  /** Number of alerts; those told here may be fewer. */
  count: number
  /** Each with a title and a line for each site and change. */
  alerts: readonly { title: string; lines: readonly string[] }[]
  /** What is said of invented offices; null: they are not. */
  illustrative: string | null
  links: { alerts: string; stop: string }
}

interface Words {
  subject: (count: number) => string
  intro: string
  more: (count: number) => string
  link: string
  stop: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    subject: (count) => `Vos sélections : changements (${count})`,
    intro:
      'Ce qui suit a changé depuis que ces sélections ont été figées. Les liens envoyés montrent toujours ce qui a été figé, avec l’écart.',
    more: (count) => `Autres changements, sur la page des alertes : ${count}.`,
    link: 'Ouvrir les alertes',
    stop: 'Ne plus recevoir ces messages',
  },
  ar: {
    subject: (count) => `القوائم المختصرة: تغييرات (${count})`,
    intro: 'تغير ما يلي منذ تجميد هذه القوائم. ما زالت الروابط المرسلة تعرض ما جُمّد، مع الفرق.',
    more: (count) => `تغييرات أخرى في صفحة التنبيهات: ${count}.`,
    link: 'فتح التنبيهات',
    stop: 'إيقاف هذه الرسائل',
  },
  en: {
    subject: (count) => `Your shortlists: changes (${count})`,
    intro:
      'This has changed since these shortlists were frozen. The links you sent still show what was frozen, with the difference.',
    more: (count) => `Further changes, on the alerts page: ${count}.`,
    link: 'Open the alerts',
    stop: 'Stop these letters',
  },
}

/** “Something that matters changed”, to who keeps the shortlists. */
export function alertLetter(language: Language, { count, alerts, illustrative, links }: AlertLetterWords): Letter {
  const words = WORDS[language]
  const rest = count - alerts.length
  return {
    language,
    subject: words.subject(count),
    paragraphs: [
      words.intro,
      ...alerts.map(({ title, lines }) => [title, ...lines.map((line) => `– ${line}`)].join('\n')),
      ...(rest > 0 ? [words.more(rest)] : []),
      ...(illustrative === null ? [] : [illustrative]),
    ],
    link: { url: links.alerts, label: words.link },
    stop: { url: links.stop, label: words.stop },
  }
}
