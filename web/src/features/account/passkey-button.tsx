import { useTranslations } from 'use-intl'
import { knowsPasskeys, signInByPasskey } from '../../api/passkeys.ts'
import { useProblem } from './use-problem.ts'

/** The way in for who keeps a passkey: no address, no password, no code. */
export function PasskeyButton({ onEnter }: { onEnter: () => Promise<void> }) {
  const t = useTranslations('account.signIn')
  const { problem, attempt } = useProblem()
  if (!knowsPasskeys()) return null
  const enter = () =>
    attempt(async () => {
      await signInByPasskey()
      await onEnter()
    })
  return (
    <div className="account-part">
      <button type="button" className="btn" onClick={() => void enter()}>
        {t('passkey')}
      </button>
      <p role="alert" className="account-problem">
        {problem}
      </p>
    </div>
  )
}
