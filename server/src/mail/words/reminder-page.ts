import type { Language } from '@tvl/model'

export interface ReminderPageWords {
  title: string
  on: string
  off: string
  stop: string
  resume: string
}

/** The page behind the link that stops the letters of reminders. */
export const REMINDER_PAGE: Readonly<Record<Language, ReminderPageWords>> = {
  fr: {
    title: 'Rappel du lundi',
    on: 'Vous recevez chaque lundi ce qui est à vérifier dans votre territoire, s’il y a quelque chose.',
    off: 'Vous ne recevez plus ce rappel.',
    stop: 'Ne plus le recevoir',
    resume: 'Le recevoir de nouveau',
  },
  ar: {
    title: 'تذكير يوم الاثنين',
    on: 'تتوصلون كل يوم اثنين بما يجب التحقق منه في نطاقكم، إن وُجد.',
    off: 'لم تعودوا تتوصلون بهذا التذكير.',
    stop: 'إيقافه',
    resume: 'استئنافه',
  },
  en: {
    title: 'Monday reminder',
    on: 'Every Monday you get what has to be verified in your territory, if there is anything.',
    off: 'You no longer get this reminder.',
    stop: 'Stop it',
    resume: 'Get it again',
  },
}
