import type { Language } from '@tvl/model'

/**
 * How a robot fills a form in. `patient`: a real browser that waits, leaves the trap alone and does the work: only its
 * words can give it away. `hasty`: a script that posts at once. `filler`: it writes into every field there is.
 */
export type Manner = 'patient' | 'hasty' | 'filler'

export interface SpamEnquiry {
  language: Language
  name: string
  email: string
  message: string
  manner: Manner
  /** Which of the campaigns it is of, and which of its messages. */
  campaign: number
  turn: number
  sites?: string[]
}

type Campaign = readonly [Language, string]

/** `{l}` is a link, `{n}` a figure, `{p}` a person. Five messages go out of each, none quite like the other. */
const CAMPAIGNS: readonly Campaign[] = [
  // Search engines, web sites, lists of addresses.
  [
    'en',
    'Hi, I was looking at your website and noticed it could rank higher on Google. We offer SEO packages from {n} USD per month with guaranteed first page of Google results. Interested in a free audit? {p}',
  ],
  ['en', 'Hello {p} here. We publish guest posts with do-follow backlinks on {n} blogs with DA 50+. Price list: {l}'],
  [
    'en',
    'Hey, are you happy with your website design? Our team can redesign your site in WordPress for only {n} USD. Reply for a free quote.',
  ],
  ['en', 'We can send {n} real visitors to your website every day. Targeted website traffic, cheap. Order here {l}'],
  [
    'en',
    'I can provide a verified B2B leads database with {n} contacts of decision makers in your industry. Shall I send you a sample? {p}, Data Consultant',
  ],
  ['en', 'Want more Google reviews? Buy {n} five-star Google Maps reviews at the best price. {l}'],
  ['en', 'Get {n} Instagram followers today, 100% real and active. Limited offer {l}'],
  ['en', 'Your message reached us, so would yours: contact form marketing to {n} websites for $99. See {l}'],
  [
    'en',
    'Hi there! Explainer videos sell. We make animated explainer videos for your website, starting at {n} USD. Watch samples: {l}',
  ],
  [
    'fr',
    'Bonjour, j’ai visité votre site et constaté qu’il n’apparaît pas en première page de Google. Notre agence propose un référencement naturel à partir de {n} € par mois. Devis gratuit sous 24 h. {p}',
  ],
  [
    'fr',
    'Bonjour, besoin d’une refonte de votre site internet ? Création de sites vitrines à {n} €, livraison en 5 jours. Cliquez ici : {l}',
  ],
  [
    'fr',
    'Fichier de prospection de {n} entreprises françaises avec emails vérifiés, conforme RGPD. Offre limitée : {l}',
  ],
  ['fr', 'Augmentez votre trafic : {n} visiteurs par jour sur votre site, sans engagement. {l}'],
  [
    'fr',
    'Nous proposons des articles sponsorisés et des liens entrants depuis {n} sites d’autorité. Tarifs sur demande. {p}',
  ],
  ['fr', 'Achetez {n} abonnés Instagram réels, livraison immédiate, meilleur prix {l}'],
  [
    'ar',
    'السلام عليكم، نقدم خدمات تحسين محركات البحث سيو لرفع موقعكم إلى الصفحة الأولى في جوجل مقابل {n} دولار فقط. {l}',
  ],
  ['ar', 'تصميم مواقع ومتاجر إلكترونية احترافية بأسعار تبدأ من {n} درهم، خصم 50% لفترة محدودة، تواصل واتساب'],
  ['ar', 'زيادة متابعين انستغرام وتيك توك حقيقيين {n} متابع، ادخل الرابط {l}'],
  ['ar', 'قاعدة بيانات {n} شركة في الخليج مع أرقام الهواتف والإيميلات، للطلب تيليجرام {l}'],
  // Money that does not exist.
  [
    'en',
    'I am Mr {p}, attorney to a late client who left {n} million dollars with no next of kin. I need your help to claim it as beneficiary. Reply to my private email.',
  ],
  [
    'en',
    'Bitcoin is exploding! Earn {n} USD daily with our automated trading bot, guaranteed returns, no experience needed {l}',
  ],
  [
    'en',
    'Do you need a business loan? We offer unsecured loans from {n} USD at an interest rate of 2% with no collateral. Apply: {l}',
  ],
  [
    'en',
    'CONGRATULATIONS! Your email was selected in our international lottery and you won {n} USD. Claim your prize now {l}',
  ],
  ['en', 'Passive income secret: I made {n} USD last week working from home. I show you how to double your money {l}'],
  ['en', 'Invest in USDT staking, daily profit of {n}% paid to your wallet. Telegram: {l}'],
  [
    'fr',
    'Offre de prêt entre particuliers de 5 000 à {n} euros, taux de 2 %, réponse en 48 h, sans garantie. Contactez {p} par e-mail.',
  ],
  [
    'fr',
    'Je suis Mme {p}, atteinte d’une maladie grave, je souhaite léguer {n} euros d’héritage à une personne de confiance. Répondez-moi vite.',
  ],
  ['fr', 'Gagnez {n} € par jour grâce au trading de crypto automatique, rendement garanti, inscription gratuite {l}'],
  ['fr', 'Félicitations, vous avez été sélectionné pour recevoir un chèque de {n} €. Cliquez ici pour en profiter {l}'],
  ['ar', 'قرض شخصي بدون ضمانات من {n} إلى مليون دولار بفائدة 2% الرد خلال 24 ساعة، تواصل معنا {l}'],
  ['ar', 'اربح {n} دولار يوميا من تداول العملات الرقمية والفوركس، ربح مضمون، اضغط هنا {l}'],
  ['ar', 'مبروك لقد ربحت جائزة بقيمة {n} دولار، انقر على الرابط لاستلامها {l}'],
  ['ar', 'أنا السيدة {p} أرملة رجل أعمال، ورثت {n} مليون دولار وأبحث عن شريك أمين لاستثمار الميراث'],
  // Chance, bodies, pills.
  ['en', 'Best online casino of the year! {n} free spins and a welcome jackpot for new players {l}'],
  ['en', 'Buy Viagra and Cialis without prescription, {n}% off, worldwide shipping. Online pharmacy {l}'],
  ['en', 'Hot girls in your city want to chat, {n} online now, adult dating free {l}'],
  ['en', 'Lost {n} pounds in a month with this keto weight loss gummy, doctors hate it. {l}'],
  ['fr', 'Paris sportifs : bonus de bienvenue de {n} € et machines à sous en ligne, jouez maintenant {l}'],
  ['fr', 'Rencontres coquines près de chez vous, {n} femmes célibataires connectées {l}'],
  ['fr', 'Viagra pas cher sans ordonnance, livraison discrète, -{n} % sur notre pharmacie en ligne {l}'],
  ['ar', 'أفضل كازينو ومراهنات رياضية اون لاين مكافأة {n} دولار عند التسجيل {l}'],
  ['ar', 'حبوب تخسيس وتنحيف طبيعية انقاص الوزن {n} كيلو في شهر، الشحن مجانا {l}'],
  // Goods and wonders.
  [
    'en',
    'Dear purchasing manager, we are a manufacturer of LED lights, our factory ships {n} pcs per month, MOQ 100, FOB Shenzhen. Product catalog: {l}',
  ],
  ['fr', 'Grand marabout {p}, retour affectif, voyance, chance au jeu, résultat en {n} jours. WhatsApp {l}'],
  ['ar', 'الشيخ الروحاني {p} جلب الحبيب وفك السحر خلال {n} ساعة، للتواصل {l}'],
  ['en', 'Replica Rolex and Louis Vuitton, {n}% discount, best price, click here {l}'],
  // Robots that do not speak.
  ['en', '<a href="{l}">cheap meds</a> [url={l}]best {n}[/url]'],
  ['fr', 'XtrQwpLkjhGf vbnmKLpqwrtz {n} zxcvbnMklp QwrtYpLkjh'],
  ['en', 'Продвижение сайтов и рассылка по формам, {n} сайтов. Казино, ставки, заработок без вложений {l}'],
  ['en', "test'\nBcc: list{n}@mailer.example\nContent-Type: text/html\n\n' OR 1=1 --"],
]

const HOSTS = [
  'https://bit.ly/3xQ{n}',
  'http://best-offer{n}.xyz/go',
  'https://t.me/offer{n}',
  'www.growth-partner{n}.com/start',
  'https://promo{n}.click/?ref=44',
]
const PEOPLE = ['James Walker', 'Emily Clark', 'Julien Moreau', 'Sofia Bianchi', 'عادل منصور']
const MANNERS: readonly Manner[] = ['patient', 'hasty', 'filler', 'patient', 'patient']
const MAILS = ['gmail.com', 'outlook.com', 'growth-partner.example', 'yopmail.com', 'promo-mail.example']

/** Five robots send each campaign: the first of them, and three in five, behave in every way as people do. */
export const SPAM: readonly SpamEnquiry[] = MANNERS.flatMap((manner, turn) =>
  CAMPAIGNS.map(([language, text], campaign): SpamEnquiry => {
    const number = String(100 + ((campaign * 37 + turn * 211) % 900))
    const at = (campaign + turn) % 5
    const person = PEOPLE[at] ?? ''
    const link = (HOSTS[at] ?? '').replace('{n}', number)
    const message = text.replaceAll('{l}', link).replaceAll('{n}', number).replaceAll('{p}', person)
    const email = `contact.${campaign}.${turn}@${MAILS[at]}`
    // Some have learnt that a form is trusted more on the page of a site.
    const sites = campaign % 7 === 0 ? { sites: ['fes-shore'] } : {}
    return { language, name: person, email, message, manner, campaign, turn, ...sites }
  }),
)
