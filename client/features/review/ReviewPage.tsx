import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import type { SessionId } from '#shared/protocol/ids.ts';
import { programOf } from '#shared/session/programOf.ts';
import { OpenedReview } from './OpenedReview.tsx';
import { ReviewFrame } from './ReviewFrame.tsx';
import { useReviewLog } from './useReviewLog.ts';

/** A closed session: what was recorded, what was coded, and comments on it. */
export function ReviewPage({ sessionId }: { readonly sessionId: SessionId }) {
  const { log, enter, importCodings } = useReviewLog(sessionId);
  if (log.data === undefined) {
    return (
      <Aside>{log.isPending ? <Loading /> : <Failure error={log.error} onRetry={() => void log.refetch()} />}</Aside>
    );
  }
  const program = programOf(log.data.state);
  if (program === undefined) return <UnknownProgram />;
  return <OpenedReview log={log.data} program={program} enter={enter} importCodings={importCodings} />;
}

function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('review');
  switch (problemOf(error)) {
    case 'not-found':
      return <EmptyState title={t('missing.title')}>{t('missing.text')}</EmptyState>;
    case 'refused':
      return (
        <EmptyState title={t('notOver.title')} action={<ToSessions />}>
          {t('notOver.text')}
        </EmptyState>
      );
    default:
      return <HttpErrorNote error={error} onRetry={onRetry} />;
  }
}

function UnknownProgram() {
  const { t } = useTranslation('review');
  return (
    <Aside>
      <EmptyState title={t('unknownProgram.title')} action={<ToSessions />}>
        {t('unknownProgram.text')}
      </EmptyState>
    </Aside>
  );
}

function ToSessions() {
  const { t } = useTranslation('review');
  return (
    <ButtonLink to="/" variant="default">
      {t('toSessions')}
    </ButtonLink>
  );
}

function Aside({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation('review');
  return (
    <ReviewFrame title={t('title')} scrolls>
      {children}
    </ReviewFrame>
  );
}
