import { useTranslations } from 'use-intl'
import { beginSignOn } from '../../api/session.ts'
import { useProblem } from './use-problem.ts'

/** The other way in: where one's own organisation keeps accounts. */
export function SignOnButton({ name, to }: { name: string; to: string }) {
  const t = useTranslations('account.signIn')
  const { problem, attempt } = useProblem()
  const go = () =>
    attempt(async () => {
      const { url } = await beginSignOn(to)
      location.assign(url)
    })
  return (
    <div className="account-part">
      <button type="button" className="btn" onClick={() => void go()}>
        {t('signOn', { name })}
      </button>
      <p role="alert" className="account-problem">
        {problem}
      </p>
    </div>
  )
}
