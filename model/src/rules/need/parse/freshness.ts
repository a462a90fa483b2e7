import { AT_LEAST, AT_MOST, any, QUANTITY, rule, some, wholeBetween } from './pattern.ts'
import { applyRule, type Scan } from './scan.ts'

const DAYS = any('jour', 'jours', 'day', 'days', 'يوم', 'يوما', 'أيام')
const WEEKS = any('semaine', 'semaines', 'week', 'weeks', 'أسبوع', 'أسبوعا', 'أسابيع')
const MONTHS = any('mois', 'month', 'months', 'شهر', 'شهرا', 'أشهر', 'شهور')

const VERIFIED = any(
  'vérifié',
  'vérifiés',
  'vérifiée',
  'vérifiées',
  'contrôlé',
  'contrôlés',
  'verified',
  'checked',
  'تم التحقق منها',
  'تم التحقق منه',
  'متحقق منها',
  'محققة',
  'التحقق',
)
const SINCE = some(
  6,
  'depuis',
  'il y a',
  'dans',
  'les',
  'derniers',
  'dernières',
  'within',
  'in',
  'the',
  'last',
  'past',
  'منذ',
  'خلال',
  'في',
  'آخر',
)
const FRESHNESS = rule(
  VERIFIED,
  '[\\s,:]*',
  SINCE,
  `(${AT_LEAST})?(?:${AT_MOST})?\\s*`,
  SINCE,
  `(?:${QUANTITY}\\s*(?:derniers?|dernieres?|last)?\\s*(?:(${DAYS})|(${WEEKS})|(${MONTHS}))|(${any('يومين')})|(${any('يوم واحد')}))`,
  `(?:\\s*${any('ago', 'الأخيرة', 'الماضية', 'au plus', 'at most')})?`,
)

/** « vérifié depuis moins de 30 jours » */
export function readFreshness(scan: Scan): void {
  applyRule(scan, FRESHNESS, ([, atLeast, count, , weeks, months, twoDays, oneDay]) => {
    if (atLeast !== undefined) return 'refused'
    const unit = weeks ? 7 : months ? 30 : 1
    const value = oneDay ? 1 : twoDays ? 2 : wholeBetween(count, 1, 3650)
    return value === null || value * unit > 3650 ? null : { term: 'verifiedWithinDays', value: value * unit }
  })
}
