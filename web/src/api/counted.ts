import { asOf } from '../state/as-of.ts'

/** Global Privacy Control (https://globalprivacycontrol.org): who sets it is not counted. */
const asksNotToBeCounted = () => 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true

/**
 * Whether what is done here may be told: not of who asks not to be counted, nor in a page of the past. Those who are
 * signed in are left out by the server.
 */
export const isCounted = (): boolean => asOf === null && !asksNotToBeCounted()
