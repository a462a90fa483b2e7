import { asOf } from '../state/as-of.ts'
import { queryClient } from './query-client.ts'
import { type Session, sessionQuery } from './session.ts'

/** Global Privacy Control (https://globalprivacycontrol.org): who sets it is not counted. */
const asksNotToBeCounted = () => 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true

/** Those who keep the catalogue try things out. */
const isSignedIn = () => queryClient.getQueryData<Session>(sessionQuery.queryKey)?.person != null

/** Whether what is done here counts: not of who asks not to be, nor of who is signed in, nor in a page of the past. */
export const isCounted = (): boolean => asOf === null && !asksNotToBeCounted() && !isSignedIn()
