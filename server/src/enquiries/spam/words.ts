import { foldText } from '@tvl/model'

/** Phrases of one trade of spam. */
export interface PhraseGroup {
  reason: string
  /** For the first phrase found; each further one adds one, three at most. */
  points: number
  phrases: RegExp
}

/**
 * Any of the phrases, parted by ` | `, in a text that was folded (no accents, no hamza, small letters), as they are here.
 * Words begin at a letter’s edge; Arabic ones may carry an article or a joined preposition before them.
 */
const anyOf = ({ raw: [phrases = ''] }: TemplateStringsArray) => {
  const each = phrases.split(/\s\|\s/).map((phrase) => foldText(phrase.trim()).text)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:[وبلفك]?(?:ال)?)(?:${each.join('|')})`, 'gu')
}

export const PHRASE_GROUPS: readonly PhraseGroup[] = [
  {
    reason: 'gambling',
    points: 4,
    phrases: anyOf`
      casino | betting | free spins | jackpot | poker | slot machine | slots online | sportsbook |
      paris sportifs? | bonus de bienvenue | machines a sous | tours gratuits | parier | كازينو | مراهن | رهان |
      قمار | казино | ставк | букмекер | bookmaker | 1xbet | melbet`,
  },
  {
    reason: 'adult-or-pharma',
    points: 4,
    phrases: anyOf`
      viagra | cialis | tadalafil | ozempic | online pharmacy | without prescription | weight loss | keto |
      porn | sex | escort | hot girls | hookup | onlyfans | adult dating | lonely women | nude |
      pharmacie en ligne | sans ordonnance | perdre du poids | maigrir | rencontres? coquines? |
      femmes celibataires | فياجرا | بدون وصفه | تخسيس | انقاص الوزن | تنحيف | منشط | знакомств | секс`,
  },
  {
    reason: 'money',
    points: 4,
    phrases: anyOf`
      bitcoin | crypto | usdt | ethereum | forex | binary options | trading signals | trading bot |
      passive income | double your | guaranteed (?:returns?|profits?) | daily (?:profit|returns?) | make money |
      earn \$ | next of kin | inheritance | beneficiary | unclaimed | million (?:us )?dollars | western union |
      gift cards? | lottery | loan offer | loan at | unsecured loan | business loan | funding for your |
      interest rate of | atm card | offre de pret | prets? entre particulier | pret rapide | credit sans |
      taux de 2 | heritage | heritier | gagner de l.?argent | revenus? passifs? | doublez | rendement garanti |
      gains? garantis? | loterie | coupon pcs | transcash | قرض | قروض | ميراث | ورثه | مليون دولار | بتكوين |
      بيتكوين | عملات رقميه | فوركس | تداول | ربح مضمون | ارباح | دخل سلبي | اربح | يانصيب | заработ |
      криптовалют | инвестируй | кредит`,
  },
  {
    reason: 'web-services',
    points: 3,
    phrases: anyOf`
      seo | backlinks? | guest posts? | sponsored post | link (?:building|insertion) |
      page (?:1|one) of google | first page of google | rank (?:higher|your) | domain authority | da ?\d\d |
      organic traffic | website traffic | visitors to your (?:web)?site | your website |
      web ?site (?:re)?design | redesign | wordpress | mobile app development | explainer videos? |
      google (?:maps )?reviews | followers | e-?mail lists? | email database | leads? database |
      verified leads | b2b leads | bulk e-?mails? | contact form marketing | referencement | premiere page |
      creation de sites? | refonte | votre site | trafic | abonnes | articles? sponsorise |
      liens? (?:retour|entrants) | fichiers? (?:de prospection|emails?|clients) |
      base de donnees (?:emails?|de contacts) | avis google | emailing | محركات البحث | سيو |
      تصميم (?:موقع|مواقع) | موقعك | موقعكم | زوار | متابعين | باك ?لينك | روابط خلفيه | قاعده بيانات |
      قواعد بيانات | اعلانات جوجل | продвижени | раскрутк | сайт | рассылк | трафик`,
  },
  {
    reason: 'pressure',
    points: 2,
    phrases: anyOf`
      click here | act now | limited (?:time )?offer | limited spots | 100% free | no obligation | risk.free |
      best price | cheap | congratulations | you have been (?:selected|chosen) | you won | claim your |
      unsubscribe | opt.?out | reply stop | free (?:trial|quote|audit) | whatsapp me | telegram | dm me |
      cliquez ici | offre limitee | profitez | felicitations | vous avez (?:gagne|ete selectionne) | gratuit |
      se desabonner | desinscri | sans engagement | meilleur prix | pas cher | devis gratuit | replica | rolex |
      louis vuitton | اضغط | انقر | عرض محدود | مبروك | تهانينا | لقد ربحت | فزت | مجانا | مجاني | خصم |
      تليجرام | تيليجرام | واتساب | الغاء الاشتراك | бесплатно | жми | скидк | переходи`,
  },
  {
    reason: 'goods',
    points: 3,
    phrases: anyOf`
      our factory | we manufacture | manufacturer of | wholesale | led lights? | moq | fob | our products |
      product catalog | solar panels? | notre usine | grossiste | nos produits | panneaux solaires |
      pompe a chaleur | mutuelle | isolation a 1 | imprimes? | cartes de visite | مصنعنا | بالجمله | منتجاتنا |
      الواح شمسيه | رقيه | جلب الحبيب | سحر | voyance | marabout | retour affectif | psychic | spell caster`,
  },
]

/** What people write who look for a place to work in: each takes one point off what the words above gave. */
export const SUBJECT = anyOf`
  seats? | workstations? | offshor | nearshor | outsourc | call ?cent | contact cent | bpo | sq ?m | m2 |
  square met | lease | rent | site visits? | incentives? | tax (?:relief|exemption) | rfp | rfi |
  headcount | fit.?out | power (?:backup|supply) | morocco | delivery cent | sieges? | postes? de travail |
  positions | externalis | centres? d.?appels? | centre de contacts? | plateaux? | bureaux | loyers? |
  bail | visite | charte | prime | exoneration | appel d.?offres | cahier des charges | effectifs? |
  recrut | maroc | implant | teleconseill | مقعد | مقاعد | مكتب | مكاتب | مركز (?:نداء|اتصال) |
  مراكز (?:النداء|الاتصال) | كراء | ايجار | زياره | حوافز | ضريب | توظيف | مغرب | ترحيل | خدمات رقميه |
  طلب عروض | متر`

/** Addresses that are thrown away after use. */
export const DISPOSABLE = new Set(
  `mailinator.com yopmail.com yopmail.fr guerrillamail.com 10minutemail.com temp-mail.org tempmail.com trashmail.com
  sharklasers.com getnada.com dispostable.com maildrop.cc mohmal.com moakt.com throwawaymail.com fakeinbox.com
  mailnesia.com jetable.org spamgourmet.com mintemail.com emailondeck.com tempail.com burnermail.io inboxkitten.com`
    .split(/\s+/)
    .filter(Boolean),
)

/** Shorteners and doors to a chat: they hide where they lead. */
export const HIDING_HOSTS =
  /^(?:bit\.ly|tinyurl\.com|goo\.gl|t\.me|telegram\.me|wa\.me|cutt\.ly|rb\.gy|is\.gd|ow\.ly|shorturl\.at|t\.ly|linktr\.ee|tiny\.cc|rebrand\.ly)$/

/** Ends of names that are given away, and seldom an investor’s. */
export const CHEAP_ENDS =
  /\.(?:xyz|top|click|icu|shop|online|site|store|win|loan|buzz|club|bid|vip|work|live|fun|space|website|monster|cyou|rest|quest|gq|cf|tk|ml|ga|su|ru)$/
