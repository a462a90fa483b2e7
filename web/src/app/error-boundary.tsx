import { Component, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'

function Crash() {
  const t = useTranslations('common.crash')
  return (
    <main id="main" className="plain-page">
      <div className="plain-alert" role="alert">
        <h1 className="title">{t('title')}</h1>
        <p>{t('text')}</p>
      </div>
      <button type="button" className="btn primary" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </main>
  )
}

/** Keeps the head of the page alive when a page throws, and says so in the reader's language. */
export class ErrorBoundary extends Component<{ children: ReactNode; resetKey: string }, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null }

  static getDerivedStateFromError() {
    return { failedAt: '' }
  }

  override componentDidUpdate(before: { resetKey: string }) {
    if (before.resetKey !== this.props.resetKey && this.state.failedAt !== null) this.setState({ failedAt: null })
  }

  override render() {
    return this.state.failedAt === null ? this.props.children : <Crash />
  }
}
