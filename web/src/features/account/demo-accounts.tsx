import { useTranslations } from 'use-intl'
import { type DemoAccount, signIn } from '../../api/session.ts'
import { useApp } from '../../state/store.ts'
import { useProblem } from './use-problem.ts'

/** The accounts of the demonstration: everybody may use them, and the page says so. */
export function DemoAccounts({
  accounts,
  onEnter,
}: {
  accounts: readonly DemoAccount[]
  onEnter: () => Promise<void>
}) {
  const t = useTranslations('account')
  const language = useApp((state) => state.language)
  const { problem, attempt } = useProblem()
  const enter = ({ email, password }: DemoAccount) =>
    attempt(async () => {
      await signIn(email, password)
      await onEnter()
    })
  return (
    <section className="account-part" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demo.title')}</h2>
      <p>{t('demo.text')}</p>
      <ul className="account-demo">
        {accounts.map((account) => (
          <li key={account.email}>
            <span>
              {t(`role.${account.roleKey}`)}
              <span className="note">{account.territoryName?.[language] ?? t('national')}</span>
            </span>
            <code dir="ltr">{account.email}</code>
            <code dir="ltr">{account.password}</code>
            <button type="button" className="btn" onClick={() => void enter(account)}>
              {t('demo.use')}
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="account-problem">
        {problem}
      </p>
    </section>
  )
}
