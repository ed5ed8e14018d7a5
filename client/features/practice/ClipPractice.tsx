import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { call } from '#client/api/http.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { AttemptId, type ScoredAttempt } from '#shared/protocol/practice.ts';
import type { Coded, Given } from '#shared/practice/scoreRun.ts';
import { Coding } from './Coding.tsx';
import { SubmitFailed } from './SubmitFailed.tsx';
import { Scored } from './Scored.tsx';

type Props = {
  readonly coded: Coded;
  readonly onKept: () => void;
  readonly onLeave: () => void;
};

const newAttemptId = () => AttemptId.parse(crypto.randomUUID());

/** One clip, attempt after attempt. Each attempt is opened on the server before it is coded. Rules PRA2, PRA3. */
export function ClipPractice(props: Props) {
  const [attemptId, setAttemptId] = useState(newAttemptId);
  return <Attempt key={attemptId} {...props} attemptId={attemptId} onAgain={() => setAttemptId(newAttemptId())} />;
}

type AttemptProps = Props & { readonly attemptId: AttemptId; readonly onAgain: () => void };

type Stage =
  | { readonly is: 'coding' }
  | { readonly is: 'submitting' }
  | { readonly is: 'failed'; readonly error: unknown; readonly given: readonly Given[] }
  | { readonly is: 'scored'; readonly answer: ScoredAttempt };

/** From the first press to the score. The server sends the score and the key together. */
function Attempt({ coded, attemptId, onKept, onAgain, onLeave }: AttemptProps) {
  const { t } = useTranslation('practice');
  const opened = useQuery(queryOf('attempt:open', { body: { attemptId, clipId: coded.offer.id } }));
  const [stage, setStage] = useState<Stage>({ is: 'coding' });

  async function submit(given: readonly Given[]) {
    setStage({ is: 'submitting' });
    try {
      setStage({ is: 'scored', answer: await call('attempt:submit', { attemptId, body: { given } }) });
      onKept();
    } catch (error) {
      setStage({ is: 'failed', error, given });
    }
  }

  if (opened.isPending) return <Loading words={t('opening')} />;
  if (opened.isError) {
    return (
      <>
        <HttpErrorNote error={opened.error} onRetry={() => void opened.refetch()} />
        <Button variant="default" mt="sm" onClick={onLeave}>
          {t('clip.leave')}
        </Button>
      </>
    );
  }
  switch (stage.is) {
    case 'coding':
      return <Coding coded={coded} onFinish={(given) => void submit(given)} onLeave={onLeave} />;
    case 'submitting':
      return <Loading words={t('submit.waiting')} />;
    case 'failed':
      return (
        <SubmitFailed
          error={stage.error}
          onRetry={() => void submit(stage.given)}
          onAgain={onAgain}
          onLeave={onLeave}
        />
      );
    case 'scored':
      return <Scored coded={coded} answer={stage.answer} onAgain={onAgain} onLeave={onLeave} />;
  }
}
