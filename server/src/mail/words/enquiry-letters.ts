import { type Language, onMoroccoClock } from '@tvl/model'
import type { Letter } from '../letter.ts'

interface About {
  reference: string
  at: Date
  dueAt: Date
  /** Names of the sites, in the reader’s language. */
  sites: readonly string[]
  ownerName: string
}

export interface AcknowledgementWords extends About {
  /** Where rights are exercised; null: not given. */
  contact: string | null
  retentionMonths: number
  /** In a demonstration: hours after which it is erased. */
  demoHours: number | null
}

export interface OfficerWords extends About {
  link: string
}

const LOCALES = { fr: 'fr', ar: 'ar-MA', en: 'en-GB' } as const

/** By the clocks in Morocco, and said so: its reader may be anywhere. */
function timeIn(language: Language, instant: Date): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC', numberingSystem: 'latn' } as const
  const time = new Intl.DateTimeFormat(LOCALES[language], style).format(onMoroccoClock(instant))
  return { fr: `${time} (heure du Maroc)`, ar: `${time} (بتوقيت المغرب)`, en: `${time} (time in Morocco)` }[language]
}

const listIn = (language: Language, items: readonly string[]) =>
  new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(items)

/** “We have it”: what becomes of it, by when, and what the person may ask. */
export function acknowledgementLetter(language: Language, words: AcknowledgementWords): Letter {
  const { reference, ownerName, contact, retentionMonths, demoHours } = words
  const [at, due] = [timeIn(language, words.at), timeIn(language, words.dueAt)]
  const sites = words.sites.length === 0 ? null : listIn(language, words.sites)
  const some = (...lines: (string | null)[]) => lines.flatMap((line) => line ?? [])
  switch (language) {
    case 'fr':
      return {
        language,
        subject: `Votre demande ${reference} est reçue`,
        paragraphs: some(
          `Votre demande est bien arrivée le ${at}. Sa référence : ${reference}.`,
          sites && `Elle porte sur : ${sites}.`,
          `La suite : ${ownerName} l’étudie et vous répond à cette adresse au plus tard le ${due}.`,
          demoHours === null
            ? `Vos données servent à cette réponse seule et sont effacées ${retentionMonths} mois après le dernier échange. Vous pouvez y accéder, les faire rectifier ou effacer, et vous opposer à leur usage (loi 09-08)${contact ? ` : écrivez à ${contact}` : ' : répondez à l’organisme qui vous écrit'}, en citant la référence.`
            : `Ceci est une démonstration : personne ne traite cette demande, et tout est effacé après ${demoHours} heures.`,
          'Si vous n’avez rien envoyé, quelqu’un a donné votre adresse par erreur : ignorez ce message.',
        ),
      }
    case 'ar':
      return {
        language,
        subject: `توصلنا بطلبكم ${reference}`,
        paragraphs: some(
          `وصل طلبكم في ${at}. مرجعه: ${reference}.`,
          sites && `يتعلق الطلب بـ: ${sites}.`,
          `ما يلي ذلك: يدرسه ${ownerName} ويجيبكم على هذا العنوان في أجل أقصاه ${due}.`,
          demoHours === null
            ? `تُستعمل معطياتكم لهذا الجواب وحده، وتُمحى بعد آخر تواصل (عدد الأشهر: ${retentionMonths}). يمكنكم الاطلاع عليها وطلب تصحيحها أو محوها والاعتراض على استعمالها (القانون 09-08)${contact ? ` بالكتابة إلى ${contact}` : ' بالجواب على الهيئة التي تكتب إليكم'} مع ذكر المرجع.`
            : `هذا عرض تجريبي: لا أحد يعالج هذا الطلب، ويُمحى كل شيء بعد ${demoHours} ساعة.`,
          'إذا لم ترسلوا شيئا، فقد أعطى أحدهم عنوانكم خطأ: تجاهلوا هذه الرسالة.',
        ),
      }
    case 'en':
      return {
        language,
        subject: `Your enquiry ${reference} is received`,
        paragraphs: some(
          `Your enquiry arrived on ${at}. Its reference: ${reference}.`,
          sites && `It is about: ${sites}.`,
          `What happens next: ${ownerName} looks into it and answers you at this address by ${due}.`,
          demoHours === null
            ? `Your data serve this answer alone, and are erased ${retentionMonths} months after the last exchange. You may see them, have them corrected or erased, and object to their use (law 09-08)${contact ? `: write to ${contact}` : ': reply to the organisation that writes to you'}, giving the reference.`
            : `This is a demonstration: nobody works on this enquiry, and everything is erased after ${demoHours} hours.`,
          'If you sent nothing, somebody gave your address by mistake: ignore this message.',
        ),
      }
  }
}

/** “There is something to answer”, to an officer. */
export function enquiryCameLetter(language: Language, words: OfficerWords): Letter {
  const { reference, ownerName, link: url } = words
  const [at, due] = [timeIn(language, words.at), timeIn(language, words.dueAt)]
  const sites = listIn(language, words.sites)
  switch (language) {
    case 'fr':
      return {
        language,
        subject: `Demande ${reference} : réponse attendue`,
        paragraphs: [
          `La demande ${reference} est arrivée le ${at}${sites ? `, au sujet de : ${sites}` : ''}.`,
          `Elle revient à : ${ownerName}. Réponse promise au plus tard le ${due}.`,
        ],
        link: { url, label: 'Ouvrir la demande' },
      }
    case 'ar':
      return {
        language,
        subject: `الطلب ${reference}: في انتظار الجواب`,
        paragraphs: [
          `وصل الطلب ${reference} في ${at}${sites ? `، حول: ${sites}` : ''}.`,
          `الجهة المعنية بالجواب: ${ownerName}. الجواب موعود به في أجل أقصاه ${due}.`,
        ],
        link: { url, label: 'فتح الطلب' },
      }
    case 'en':
      return {
        language,
        subject: `Enquiry ${reference}: an answer is expected`,
        paragraphs: [
          `Enquiry ${reference} arrived on ${at}${sites ? `, about: ${sites}` : ''}.`,
          `It falls to: ${ownerName}. An answer is promised by ${due}.`,
        ],
        link: { url, label: 'Open the enquiry' },
      }
  }
}

/** “The promised time is over”, to everybody who can see to it. */
export function enquiryOverdueLetter(language: Language, words: OfficerWords): Letter {
  const { reference, ownerName, link: url } = words
  const [at, due] = [timeIn(language, words.at), timeIn(language, words.dueAt)]
  switch (language) {
    case 'fr':
      return {
        language,
        subject: `Demande ${reference} : délai dépassé`,
        paragraphs: [
          `La demande ${reference}, arrivée le ${at}, n’a pas de réponse. Elle était promise au plus tard le ${due}.`,
          `Elle revient à : ${ownerName}. Ce message part une seule fois, à l’organisme et au niveau national.`,
        ],
        link: { url, label: 'Ouvrir la demande' },
      }
    case 'ar':
      return {
        language,
        subject: `الطلب ${reference}: انقضى الأجل`,
        paragraphs: [
          `لم يُجب بعد عن الطلب ${reference} الذي وصل في ${at}. كان الجواب موعودا به في أجل أقصاه ${due}.`,
          `الجهة المعنية: ${ownerName}. تُرسل هذه الرسالة مرة واحدة، إلى الهيئة وعلى المستوى الوطني.`,
        ],
        link: { url, label: 'فتح الطلب' },
      }
    case 'en':
      return {
        language,
        subject: `Enquiry ${reference}: the time is over`,
        paragraphs: [
          `Enquiry ${reference}, which arrived on ${at}, has no answer. One was promised by ${due}.`,
          `It falls to: ${ownerName}. This message is sent once, to the organisation and nationally.`,
        ],
        link: { url, label: 'Open the enquiry' },
      }
  }
}
