import type { Action } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'

/**
 * Who may call an operation of the API. `public`: everybody. `account`: whoever is signed in, about their own account;
 * a program has none. Otherwise: whoever may do this action in the place that the request is about.
 */
export type Rule = 'public' | 'account' | Action

/** `talent-pools` → `TalentPools`, as in the ids of operations. */
export const pascal = (id: string): string =>
  id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())

const catalogueReads = COLLECTIONS.flatMap((id) =>
  ['', 'Queryables', 'Sortables', 'Items', 'Item'].map((part) => [`get${pascal(id)}${part}`, 'public'] as const),
)

const catalogueWrites = COLLECTIONS.flatMap((id) => {
  const inventory = id === 'offices' || id === 'buildings' ? ('change-inventory' as const) : undefined
  const change: Action = inventory ?? (id === 'zones' ? 'change-zone' : 'change-reference')
  const existence: Action = inventory ?? 'change-reference'
  return [
    [`create${pascal(id)}`, existence],
    [`replace${pascal(id)}`, change],
    [`update${pascal(id)}`, change],
    [`delete${pascal(id)}`, existence],
  ] as const
})

/**
 * The rule of every operation of the OpenAPI document, which shows it as `x-right`. An operation without one fails the
 * tests, which also try each with every role in every kind of territory.
 */
export const OPERATIONS: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(catalogueReads),
  ...Object.fromEntries(catalogueWrites),
  getLandingPage: 'public',
  getConformance: 'public',
  getApi: 'public',
  getFunctions: 'public',
  getCollections: 'public',
  getCatalogue: 'public',
  getOfficeColumns: 'public',
  getOfficeTileJson: 'public',
  getOfficeTile: 'public',
  getFreshness: 'public',
  tellDemand: 'public',
  tellVisit: 'public',
  getVisits: 'keep-shortlists',
  getChanges: 'public',
  followChanges: 'public',
  verifyRecord: 'public',
  getMedia: 'public',

  getReminders: 'public',
  setReminders: 'public',
  getDemand: 'read-record',
  getDue: 'verify',
  addAttempt: 'verify',
  beginRound: 'verify',
  getRound: 'verify',
  confirmSample: 'verify',
  confirmRound: 'verify',
  getTemplateWorkbook: 'public',
  getTemplateCsv: 'public',
  exportOfficesWorkbook: 'public',
  exportOfficesCsv: 'public',
  exportOfficesGeojson: 'public',
  exportBuildingsWorkbook: 'public',
  exportBuildingsCsv: 'public',
  exportBuildingsGeojson: 'public',

  writeChanges: 'change-inventory',
  undoCommit: 'change-inventory',
  addImport: 'change-inventory',
  getImports: 'change-inventory',
  getImport: 'change-inventory',
  decideImport: 'change-inventory',
  dropImport: 'change-inventory',
  getImportRows: 'change-inventory',
  getAnnotatedFile: 'change-inventory',
  applyImport: 'change-inventory',
  holdOffice: 'change-inventory',
  releaseOffice: 'change-inventory',
  addMedia: 'upload-media',

  getShortlists: 'keep-shortlists',
  getShortlist: 'keep-shortlists',
  saveShortlist: 'keep-shortlists',
  archiveShortlist: 'keep-shortlists',
  getFreezes: 'keep-shortlists',
  freezeShortlist: 'keep-shortlists',
  getFreeze: 'keep-shortlists',
  compareFreeze: 'keep-shortlists',
  getFreezeDossier: 'keep-shortlists',
  addLink: 'keep-shortlists',
  getLinks: 'keep-shortlists',
  getOpenings: 'keep-shortlists',
  revokeLink: 'keep-shortlists',
  getAlerts: 'keep-shortlists',
  getAlertSettings: 'keep-shortlists',
  setAlertSettings: 'keep-shortlists',
  makeAlertFeed: 'keep-shortlists',
  endAlertFeed: 'keep-shortlists',
  getAlertFeed: 'public',
  getAlertLetters: 'public',
  setAlertLetters: 'public',
  getShare: 'public',
  getShareAlerts: 'public',
  openShare: 'public',
  compareShare: 'public',
  getShareDossier: 'public',
  getSharePicture: 'public',
  addPrivateShare: 'public',
  endPrivateShare: 'public',
  getBrand: 'change-brand',
  setBrand: 'change-brand',
  setMark: 'change-brand',
  removeMark: 'change-brand',
  getMark: 'public',
  getEnquiryNotice: 'public',
  getEnquiryTicket: 'public',
  sendEnquiry: 'public',
  getEnquiries: 'answer-enquiries',
  getEnquiry: 'answer-enquiries',
  changeEnquiry: 'answer-enquiries',
  addEnquiryNote: 'answer-enquiries',
  getEnquiryReport: 'answer-enquiries',
  exportEnquirer: 'answer-enquiries',
  eraseEnquirer: 'answer-enquiries',
  addRfi: 'answer-enquiries',
  getRfis: 'answer-enquiries',
  getRfi: 'answer-enquiries',
  dropRfi: 'answer-enquiries',
  decideRfi: 'answer-enquiries',
  getRfiWorkbook: 'answer-enquiries',
  assignRfiGap: 'answer-enquiries',
  answerRfiGap: 'answer-enquiries',
  dropRfiGap: 'answer-enquiries',

  getRecord: 'read-record',
  exportRecord: 'read-record',

  getSession: 'public',
  signIn: 'public',
  signOut: 'public',
  beginSignOn: 'public',
  endSignOn: 'public',
  sendCode: 'public',
  beginPasskeySignIn: 'public',
  signInWithPasskey: 'public',
  askPasswordReset: 'public',
  resetPassword: 'public',
  lookUpInvitation: 'public',
  acceptInvitation: 'public',
  setUpAuthenticator: 'account',
  removeAuthenticator: 'account',
  renewBackupCodes: 'account',
  getPasskeys: 'account',
  addPasskey: 'account',
  beginPasskey: 'account',
  removePasskey: 'account',
  changePassword: 'account',

  getPeople: 'manage-people',
  erasePerson: 'manage-people',
  removeFactors: 'manage-people',
  giveGrant: 'manage-people',
  withdrawGrant: 'manage-people',
  getInvitations: 'manage-people',
  invite: 'manage-people',
  revokeInvitation: 'manage-people',
  getTokens: 'manage-people',
  issueToken: 'manage-people',
  revokeToken: 'manage-people',
  getOrganisations: 'public',
  addOrganisation: 'manage-people',
}
