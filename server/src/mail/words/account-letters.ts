import type { Language } from '@tvl/model'
import type { Letter } from '../letter.ts'

/** A letter in the reader’s language. */
const inLanguage = (language: Language, words: Readonly<Record<Language, Omit<Letter, 'language'>>>): Letter => ({
  language,
  ...words[language],
})

/** “Choose a new password”: good for an hour, once. */
export const resetLetter = (language: Language, url: string): Letter =>
  inLanguage(language, {
    fr: {
      subject: 'Choisir un nouveau mot de passe',
      paragraphs: [
        'Un nouveau mot de passe a été demandé pour votre compte.',
        'Le lien ci-dessous sert une seule fois, pendant une heure. Si vous n’avez rien demandé, ignorez ce message : rien ne change.',
      ],
      link: { url, label: 'Choisir un nouveau mot de passe' },
    },
    ar: {
      subject: 'اختيار كلمة مرور جديدة',
      paragraphs: [
        'طُلبت كلمة مرور جديدة لحسابك.',
        'الرابط أدناه صالح مرة واحدة ولمدة ساعة. إذا لم تطلب شيئا فتجاهل هذه الرسالة: لن يتغير شيء.',
      ],
      link: { url, label: 'اختيار كلمة مرور جديدة' },
    },
    en: {
      subject: 'Choose a new password',
      paragraphs: [
        'A new password was asked for your account.',
        'The link below works once, for an hour. If you asked for nothing, ignore this message: nothing changes.',
      ],
      link: { url, label: 'Choose a new password' },
    },
  })

/** “Your password was changed”: so that whoever did not do it learns of it. */
export const passwordChangedLetter = (language: Language): Letter =>
  inLanguage(language, {
    fr: {
      subject: 'Votre mot de passe a été changé',
      paragraphs: [
        'Le mot de passe de votre compte vient d’être changé, et vos autres sessions sont fermées.',
        'Si ce n’était pas vous, demandez un nouveau mot de passe à la page de connexion et prévenez votre administrateur.',
      ],
    },
    ar: {
      subject: 'تم تغيير كلمة مرورك',
      paragraphs: [
        'تم للتو تغيير كلمة مرور حسابك، وأُغلقت جلساتك الأخرى.',
        'إذا لم تكن أنت من فعل ذلك فاطلب كلمة مرور جديدة من صفحة الدخول وأخبر مديرك.',
      ],
    },
    en: {
      subject: 'Your password was changed',
      paragraphs: [
        'The password of your account was just changed, and your other sessions are closed.',
        'If it was not you, ask for a new password on the sign-in page and tell your administrator.',
      ],
    },
  })

/** “Your second factors were removed”: an administrator did it, because a telephone was lost, say. */
export const factorsRemovedLetter = (language: Language): Letter =>
  inLanguage(language, {
    fr: {
      subject: 'Vos seconds facteurs ont été retirés',
      paragraphs: [
        'Un administrateur a retiré l’application de codes et les clés d’accès de votre compte. Vos sessions sont fermées.',
        'Connectez-vous avec votre mot de passe et installez-en de nouveaux. Si vous n’avez rien demandé, prévenez votre administrateur.',
      ],
    },
    ar: {
      subject: 'أُزيلت عوامل التحقق الثانية من حسابك',
      paragraphs: [
        'أزال أحد المديرين تطبيق الرموز ومفاتيح المرور من حسابك، وأُغلقت جلساتك.',
        'سجّل الدخول بكلمة مرورك وأضف عوامل جديدة. إذا لم تطلب شيئا فأخبر مديرك.',
      ],
    },
    en: {
      subject: 'Your second factors were removed',
      paragraphs: [
        'An administrator removed the authenticator and the passkeys of your account. Your sessions are closed.',
        'Sign in with your password and set up new ones. If you asked for nothing, tell your administrator.',
      ],
    },
  })

export interface InvitationWords {
  organisation: Readonly<Record<Language, string>>
  url: string
  days: number
}

/** “You are invited”: good for some days, once. */
export const invitationLetter = (language: Language, { organisation, url, days }: InvitationWords): Letter =>
  inLanguage(language, {
    fr: {
      subject: 'Invitation à Tech Valley Locator',
      paragraphs: [
        `Vous êtes invité à tenir à jour ou à consulter le catalogue des zones et des bureaux, au nom de : ${organisation.fr}.`,
        `Le lien ci-dessous sert une seule fois, pendant ${days} jours.`,
      ],
      link: { url, label: 'Accepter l’invitation' },
    },
    ar: {
      subject: 'دعوة إلى Tech Valley Locator',
      paragraphs: [
        `أنت مدعو إلى تحيين فهرس المناطق والمكاتب أو الاطلاع عليه باسم: ${organisation.ar}.`,
        `الرابط أدناه صالح مرة واحدة، ومدة صلاحيته بالأيام: ${days}.`,
      ],
      link: { url, label: 'قبول الدعوة' },
    },
    en: {
      subject: 'Invitation to Tech Valley Locator',
      paragraphs: [
        `You are invited to keep or read the catalogue of zones and offices, in the name of: ${organisation.en}.`,
        `The link below works once, for ${days} days.`,
      ],
      link: { url, label: 'Accept the invitation' },
    },
  })
