import type { Language } from '@tvl/model'
import type { LetterKind } from '../stop-key.ts'

export interface StopPageWords {
  title: string
  on: string
  off: string
  stop: string
  resume: string
}

/** The page behind the link that stops letters of a kind. */
export const STOP_PAGES: Readonly<Record<LetterKind, Readonly<Record<Language, StopPageWords>>>> = {
  reminders: {
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
  },
  alerts: {
    fr: {
      title: 'Alertes sur vos sélections',
      on: 'Vous recevez un message quand quelque chose d’important change dans vos sélections.',
      off: 'Vous ne recevez plus ces messages. La page des alertes et le flux restent.',
      stop: 'Ne plus les recevoir',
      resume: 'Les recevoir de nouveau',
    },
    ar: {
      title: 'تنبيهات حول قوائمكم المختصرة',
      on: 'تتوصلون برسالة عندما يتغير شيء مهم في قوائمكم المختصرة.',
      off: 'لم تعودوا تتوصلون بهذه الرسائل. تبقى صفحة التنبيهات والخلاصة.',
      stop: 'إيقافها',
      resume: 'استئنافها',
    },
    en: {
      title: 'Alerts on your shortlists',
      on: 'You get a letter when something that matters changes in your shortlists.',
      off: 'You no longer get these letters. The alerts page and the feed remain.',
      stop: 'Stop them',
      resume: 'Get them again',
    },
  },
}
