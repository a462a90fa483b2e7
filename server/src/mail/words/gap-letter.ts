import { formatDay, type Language } from '@tvl/model'
import type { Letter } from '../letter.ts'

export interface GapLetterWords {
  /** The organisation that fills the questionnaire. */
  askerName: string
  fileName: string
  gaps: readonly { label: string; site: string; dueOn: string }[]
  /** Where it is answered by those who see the questionnaire; null: the reader does not. */
  link: string | null
  /** To whom it is answered by mail; null: to nobody in particular. */
  replyTo: string | null
}

interface Words {
  subject: (asker: string, count: number) => string
  intro: (asker: string, file: string) => string
  line: (label: string, site: string, day: string) => string
  rule: string
  reply: (address: string) => string
  link: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    subject: (asker, count) => `Questionnaire : ${asker} attend vos réponses (${count})`,
    intro: (asker, file) =>
      `${asker} remplit le questionnaire d’un investisseur (${file}) et vous demande ce qui manque :`,
    line: (label, site, day) => `– ${label} (${site}), au plus tard le ${day}`,
    rule: 'Votre réponse ira dans ce questionnaire comme déclarée ; elle ne change rien au catalogue.',
    reply: (address) => `Répondez à : ${address}`,
    link: 'Ouvrir le questionnaire',
  },
  ar: {
    subject: (asker, count) => `استبيان: ${asker} في انتظار أجوبتكم (${count})`,
    intro: (asker, file) => `يملأ ${asker} استبيان مستثمر (${file}) ويسألكم عما ينقص:`,
    line: (label, site, day) => `– ${label} (${site})، في أجل أقصاه ${day}`,
    rule: 'يُدرج جوابكم في هذا الاستبيان بصفته مصرحا به، ولا يغير شيئا في السجل.',
    reply: (address) => `أجيبوا على: ${address}`,
    link: 'فتح الاستبيان',
  },
  en: {
    subject: (asker, count) => `Questionnaire: ${asker} awaits your answers (${count})`,
    intro: (asker, file) => `${asker} fills in an investor’s questionnaire (${file}) and asks you for what is missing:`,
    line: (label, site, day) => `– ${label} (${site}), by ${day}`,
    rule: 'Your answer goes into this questionnaire as declared; it changes nothing in the catalogue.',
    reply: (address) => `Answer to: ${address}`,
    link: 'Open the questionnaire',
  },
}

/** “You are asked for this by then”, to who can answer. */
export function gapLetter(language: Language, { askerName, fileName, gaps, link, replyTo }: GapLetterWords): Letter {
  const words = WORDS[language]
  const lines = gaps.map(({ label, site, dueOn }) => words.line(label, site, formatDay(language, dueOn)))
  return {
    language,
    subject: words.subject(askerName, gaps.length),
    paragraphs: [
      [words.intro(askerName, fileName), ...lines].join('\n'),
      words.rule,
      ...(replyTo === null ? [] : [words.reply(replyTo)]),
    ],
    ...(link === null ? {} : { link: { url: link, label: words.link } }),
  }
}
