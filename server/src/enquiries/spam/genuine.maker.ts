import type { Language } from '@tvl/model'

/** Something that somebody really wants to know, as people write it: in a hurry, in capitals, with a link, pasted. */
export interface GenuineEnquiry {
  language: Language
  name: string
  email: string
  message: string
  company?: string
  seats?: number
  trade?: 'ITO' | 'CRM' | 'BPO' | 'ESO' | 'KPO'
  sites?: string[]
  need?: string
  /** s from opening the form to sending it; 60 where nothing is said. */
  seconds?: number
  /** An old browser, or one without scripts for it: no work comes along. */
  hasWork?: boolean
}

const en = (name: string, email: string, message: string, more: Partial<GenuineEnquiry> = {}): GenuineEnquiry => ({
  ...{ language: 'en', name, email, message },
  ...more,
})
const fr = (...[name, email, message, more]: Parameters<typeof en>): GenuineEnquiry => ({
  ...en(name, email, message, more),
  language: 'fr',
})
const ar = (...[name, email, message, more]: Parameters<typeof en>): GenuineEnquiry => ({
  ...en(name, email, message, more),
  language: 'ar',
})

/** Fifty that must not be lost. */
export const GENUINE: readonly GenuineEnquiry[] = [
  fr(
    'Hélène Martin',
    'helene.martin@acme-services.example',
    'Bonjour, nous cherchons 120 postes francophones à Fès dès septembre. Pouvons-nous visiter le site ?',
    { seats: 120, trade: 'CRM', sites: ['fes-shore'] },
  ),
  fr('Karim Benjelloun', 'k.benjelloun@gmail.com', 'Disponibilité ?', { sites: ['fes-shore'], seconds: 9 }),
  fr(
    'SOPHIE LEROY',
    'SOPHIE.LEROY@ORANGE.FR',
    'BONJOUR MERCI DE ME RAPPELER AU SUJET DES BUREAUX DE CASABLANCA, NOUS SOMMES 40 PERSONNES',
    { seconds: 45 },
  ),
  fr(
    'Marc Dubois',
    'mdubois@relation-client.example',
    'Notre groupe exploite 3 centres d’appels (voir https://www.relation-client.example/sites). Quel loyer au m² pour 2 500 m² ?',
    { company: 'Relation Client SA' },
  ),
  fr('Y. Alaoui', 'yalaoui@hotmail.com', 'rappelez moi svp 0661 23 45 67', { seconds: 7 }),
  fr(
    'Nadia Chraibi',
    'nadia.chraibi@cabinet-nc.example',
    'Pour un client dont je ne peux donner le nom (projet Atlas) : plateau de 800 m² d’un seul tenant, double adduction électrique, deux fibres distinctes, T3 2027. Quelles primes territoriales s’appliquent ? Le plafond d’IR de 20 % est-il confirmé ?',
    { need: 'area=800&by=2027-09-30' },
  ),
  fr(
    'Pierre-Yves Le Goff',
    'pyl@legoff-numerique.example',
    'Bonjour,\n\nNous sommes une ESN de Rennes (70 personnes, développement web, WordPress, refonte de sites, référencement ; nos travaux : https://portfolio-rennes.example/2026). Nous étudions une implantation au Maroc pour 25 développeurs.\n\n1. Y a-t-il de petits plateaux équipés ?\n2. Quels délais de recrutement à Rabat ?\n\nCordialement',
    { trade: 'ITO', seats: 25 },
  ),
  fr(
    'Isabelle Fournier',
    'i.fournier@mutuelle-sud.example',
    'Nous externalisons la gestion de dossiers de mutuelle santé. Cherchons 60 positions à Oujda ou Fès, bail de 3 ans.',
    { trade: 'BPO', seats: 60 },
  ),
  fr('Ahmed', 'ahmed.t.1987@gmail.com', 'c possible de visiter lundi ?', { sites: ['casanearshore'], seconds: 12 }),
  fr(
    'Claire Petit',
    'claire.petit@agence-seo-lyon.example',
    'Agence de référencement (SEO) à Lyon, 12 personnes, nous voulons ouvrir un bureau de 15 postes à Casablanca. Avez-vous des espaces partagés et un accompagnement pour le recrutement ?',
    { company: 'Agence SEO Lyon' },
  ),
  fr(
    'Jean-Baptiste N’Guessan',
    'jb.nguessan@abidjan-bpo.example',
    'Depuis Abidjan, nous comparons le Maroc et le Sénégal pour un centre de contact de 300 sièges. Merci d’envoyer votre grille : coûts salariaux chargés, loyers, charges, énergie.',
    { seats: 300 },
  ),
  fr(
    'Service Achats',
    'achats@grande-banque.example',
    'APPEL D’OFFRES N° 2026-114 – EXTERNALISATION DU SUPPORT\n\nArticle 1. Objet : le présent cahier des charges porte sur la fourniture de 450 positions.\nArticle 2. Lieu : Fès, Rabat ou Casablanca.\nArticle 3. Délais : mise à disposition au plus tard le 01/09/2027.\nArticle 4. Pièces : plans, attestations, références.\nLe dossier complet se trouve sur https://achats.grande-banque.example/ao/2026-114 et https://marches.portail-achats.example/c/114.\nRéponse attendue avant le 15/12/2026 à 12 h.',
    { seats: 450, seconds: 20 },
  ),
  fr(
    'Omar Tazi',
    'o.tazi@tazi-conseil.example',
    'Bonjour, je reviens vers vous suite à notre échange au salon. Le lot au 5ᵉ étage est-il toujours libre ? Mon client signe dès que la date est sûre.',
    { sites: ['casanearshore'] },
  ),
  fr('Luc', 'luc.bernard@laposte.net', 'Quel est le prix ?', { sites: ['fes-shore'], seconds: 6 }),
  fr(
    'Fatima-Zahra El Idrissi',
    'fz.elidrissi@fintech-maghreb.example',
    'Fintech (paiement et crypto-actifs régulés) : équipe conformité de 35 personnes. Cherchons des bureaux sécurisés à Casablanca, accès 24 h/24. Charte d’investissement applicable ?',
    { trade: 'KPO', seats: 35 },
  ),
  fr(
    'Thomas Girard',
    'thomas.girard@hebergeur.example',
    'Est-ce gratuit pour l’entreprise d’utiliser votre service ? Nous cherchons 80 postes de travail.',
    { seats: 80 },
  ),
  fr('Mehdi B.', 'mehdib@yahoo.fr', 'Bonjour est ce que vous avez des bureaux a Agadir pour 10 personnes, merci', {
    seconds: 15,
    hasWork: false,
  }),
  fr(
    'Amélie Rousseau',
    'amelie.rousseau@assurances-aq.example',
    'Pouvez-vous confirmer par écrit la prime à l’emploi et sa date de fin ? Notre comité se réunit jeudi.',
    { need: 'seats=200&trade=BPO' },
  ),

  en(
    'James O’Connor',
    'james.oconnor@northstar-bpo.example',
    'We need 250 seats for a French and English help desk, live by March 2027. Which zone has them in one block?',
    { seats: 250, trade: 'CRM', need: 'seats=250&by=2027-03-01' },
  ),
  en('Priya Raman', 'priya.raman@gmail.com', 'Hi, is Fes Shore still available?', {
    sites: ['fes-shore'],
    seconds: 10,
  }),
  en('JOHN SMITH', 'jsmith@bigcorp.example', 'PLEASE CALL ME. +44 20 7946 0958. URGENT OFFICE REQUIREMENT.', {
    seconds: 25,
  }),
  en(
    'Wei Zhang',
    'wei.zhang@shenzhen-support.example',
    'Dear Sir, our company have plan to open support center in Morocco for Europe customer. About 100 people. Please tell the rent and the tax. Website: http://www.shenzhen-support.example',
    { seats: 100 },
  ),
  en(
    'Sarah Cohen',
    'sarah@cohen-advisory.example',
    'RFI – Project Falcon (site selection, confidential)\n\nPlease provide for each site:\n- contiguous area (sq m) and date\n- rent and service charge per sq m\n- power (kVA), backup, fibre paths\n- incentives, with legal basis\n- labour pool by language\nDeadline: 48 h. Template: https://cohen-advisory.example/falcon.xlsx',
    { seconds: 18 },
  ),
  en(
    'Miguel Torres',
    'mtorres@atencion-total.example',
    'We look for Spanish speaking agents near Tangier or Tetouan. 150 seats, two shifts. What about transport at night?',
    { seats: 150 },
  ),
  en(
    'Anna Kowalska',
    'a.kowalska@softline.example',
    'Can you host a team of 8 first, and 60 within a year? Short lease needed.',
    { seats: 8 },
  ),
  en(
    'Dr. Ravi Iyer',
    'ravi.iyer@med-transcripts.example',
    'Medical transcription and online pharmacy support: 90 agents, French. We need ISO 27001 rooms. Which building in Casablanca would do?',
    { trade: 'BPO', seats: 90 },
  ),
  en('Tom', 'tom@startup.example', 'rent?', { sites: ['casanearshore'], seconds: 8 }),
  en(
    'Kenji Watanabe',
    'watanabe@nagoya-eng.example',
    'We are automotive engineering company (名古屋). Need engineering office 40 persons near Kenitra. Thank you very much.',
    { trade: 'ESO', seats: 40 },
  ),
  en(
    'Olivia Brown',
    'obrown@gaming-support.example',
    'We run player support for online games, a licensed betting operator and an online casino. 70 seats, English and Arabic. Any restriction on that trade in the offshoring zones?',
    { trade: 'CRM', seats: 70 },
  ),
  en(
    'Procurement Team',
    'procurement@utility-group.example',
    'Following our call of Tuesday: please find our questions at www.utility-group.example/tenders/morocco and send the floor plans of building B.',
    { sites: ['fes-shore'] },
  ),
  en(
    'Lars Nielsen',
    'ln@nordic-cx.example',
    'Do the 17 % wage grants apply if we hire through a local partner? We compare Morocco with Tunisia and Egypt, decision in Q1.',
    {},
  ),
  en('Chen', 'chen2024@outlook.com', 'want visit zone next week, 3 people', { seconds: 14 }),
  en(
    'Elena Petrova',
    'e.petrova@sofia-services.example',
    'Hello, I am responsible for expansion at Sofia Services. Could you send me the brochure and the contact of the operator? Regards, Elena',
    {},
  ),
  en(
    'Robert Miller',
    'rmiller@miller-law.example',
    'We act for a beneficiary of a lease in Casanearshore (estate matter). Whom do we contact to transfer the lease?',
    { sites: ['casanearshore'] },
  ),

  ar(
    'محمد العلوي',
    'm.alaoui@khadamat.example',
    'السلام عليكم، نبحث عن 80 مقعدا لمركز اتصال في فاس ابتداء من شتنبر. هل يمكن زيارة الموقع؟',
    { seats: 80, sites: ['fes-shore'] },
  ),
  ar('فاطمة بناني', 'fatima.bennani@gmail.com', 'ما هو الثمن؟', { sites: ['fes-shore'], seconds: 8 }),
  ar('يوسف', 'youssef_k@hotmail.com', 'المرجو الاتصال بي 0612345678', { seconds: 11 }),
  ar(
    'شركة النور للخدمات',
    'contact@annour-services.example',
    'تحية طيبة وبعد،\nنود كراء مكاتب مساحتها 600 متر مربع في الدار البيضاء لمدة ثلاث سنوات. نرجو موافاتنا بثمن الكراء والتحملات والحوافز الضريبية المتاحة.\nموقعنا: https://annour-services.example',
    { company: 'شركة النور للخدمات' },
  ),
  ar(
    'خالد المنصوري',
    'khalid@gulf-contact.example',
    'نحن شركة من دبي نخدم عملاء بالعربية والإنجليزية، ونفكر في فتح مركز من 200 مقعد في المغرب. ما هي آجال التوظيف في الرباط؟',
    { seats: 200 },
  ),
  ar('سعاد', 'souad.a@yahoo.com', 'هل توجد مكاتب صغيرة لعشرة أشخاص؟', { seconds: 16, hasWork: false }),
  ar(
    'عمر الفاسي',
    'o.elfassi@cabinet.example',
    'طلب عروض: ترحيل خدمات الدعم التقني\n1- عدد المقاعد: 350\n2- اللغات: الفرنسية والإسبانية\n3- الأجل: يونيو 2027\n4- الوثائق المطلوبة: التصاميم، شهادات الملكية، المراجع\nآخر أجل للجواب: 15 دجنبر',
    { seats: 350, seconds: 22 },
  ),
  ar(
    'ليلى حداد',
    'leila.haddad@tounes-cx.example',
    'هل الحوافز الخاصة بجهة فاس مكناس تضاف إلى الحوافز الوطنية؟ نحتاج جوابا مكتوبا من فضلكم.',
    {},
  ),
  ar('عبد الرحيم', 'abderrahim.b@menara.ma', 'السلام عليكم هل يمكنني زيارة المنطقة يوم الاثنين', {
    sites: ['casanearshore'],
    seconds: 19,
  }),
  ar(
    'نورة السبيعي',
    'noura@riyadh-bpo.example',
    'نرغب في مقارنة تكلفة المقعد بين فاس والدار البيضاء، مع احتساب النقل الليلي والتكوين. 120 موظفا.',
    { seats: 120, need: 'seats=120' },
  ),
  ar('Rachid Amrani', 'rachid.amrani@gmail.com', 'salam, wach kayn chi bureau f fes l 20 dyal nass? chokran', {
    seconds: 21,
  }),
  ar(
    'حسن',
    'hassan.tech@outlook.com',
    'شركة برمجيات، تطوير تطبيقات وتصميم مواقع، 30 مهندسا، نبحث عن مقر في وجدة أو فاس',
    { trade: 'ITO', seats: 30 },
  ),
  ar(
    'مكتب الدراسات أطلس',
    'atlas@bureau-etudes.example',
    'هندسة السيارات، 45 مهندسا، قرب القنيطرة. نحتاج قاعة خوادم وتيارا احتياطيا.',
    { trade: 'ESO', seats: 45 },
  ),
  ar('زينب', 'zineb99@gmail.com', 'بغيت نعرف واش باقي كاين بلاصة فالمنطقة', { sites: ['fes-shore'], seconds: 13 }),
  ar('طارق بن علي', 'tarek@algiers-support.example', 'كم مقعدا متاحا الآن دفعة واحدة في منطقة كازا نيرشور؟', {
    sites: ['casanearshore'],
  }),
  ar(
    'إدارة المشتريات',
    'achats@assurance-atlas.example',
    'نرجو إرسال نسخة من الميثاق الجديد للاستثمار ونموذج عقد الكراء. للاطلاع على حاجتنا: https://portail.assurance-atlas.example/besoin',
    { company: 'أطلس للتأمين' },
  ),
]
