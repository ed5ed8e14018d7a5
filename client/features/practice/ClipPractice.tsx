import { useState } from 'react';
import { readClipKey } from '#client/api/clips.ts';
import { keepAttempt } from '#client/api/practice.ts';
import { HttpErrorNote } from '#client/components/HttpErrorNote.tsx';
import { Loading } from '#client/components/Loading.tsx';
import { AttemptId } from '#shared/protocol/practice.ts';
import { type Coded, type Given, type RunScore, scoreRun } from '#shared/session/practice/scoreRun.ts';
import { Coding } from './Coding.tsx';
import { type Kept, Scored } from './Scored.tsx';

type Props = {
  readonly coded: Coded;
  /** The clinic has an attempt more. */
  readonly onKept: () => void;
  readonly onLeave: () => void;
};

type Attempt = { readonly attemptId: AttemptId; readonly given: readonly Given[] };

type Stage =
  | { readonly is: 'coding' }
  | { readonly is: 'scoring' }
  | { readonly is: 'failed'; readonly error: unknown; readonly given: readonly Given[] }
  | { readonly is: 'scored'; readonly score: RunScore; readonly attempt: Attempt; readonly kept: Kept };

/** One clip from the first press to the score, which the server works out too and keeps. Rule PRA2. */
export function ClipPractice({ coded, onKept, onLeave }: Props) {
  const [stage, setStage] = useState<Stage>({ is: 'coding' });

  async function finish(given: readonly Given[]) {
    setStage({ is: 'scoring' });
    try {
      const { lines } = await readClipKey(coded.offer.id);
      const attempt = { attemptId: AttemptId.parse(crypto.randomUUID()), given };
      await keep(attempt, scoreRun(coded, lines, given));
    } catch (error) {
      setStage({ is: 'failed', error, given });
    }
  }

  async function keep(attempt: Attempt, score: RunScore) {
    // Another try may be under way by the time that this one is kept.
    const saying = (kept: Kept) =>
      setStage((now) => (now.is === 'scored' && now.attempt === attempt ? { ...now, kept } : now));
    setStage({ is: 'scored', score, attempt, kept: { is: 'waiting' } });
    try {
      const { attemptId, given } = attempt;
      await keepAttempt({ attemptId, clipId: coded.offer.id, given: [...given] });
      saying({ is: 'kept' });
      onKept();
    } catch (error) {
      saying({ is: 'failed', error });
    }
  }

  switch (stage.is) {
    case 'coding':
      return <Coding coded={coded} onFinish={(given) => void finish(given)} onLeave={onLeave} />;
    case 'scoring':
      return <Loading />;
    case 'failed':
      return <HttpErrorNote error={stage.error} onRetry={() => void finish(stage.given)} />;
    case 'scored': {
      const { score, attempt, kept } = stage;
      return (
        <Scored
          {...{ coded, score, kept, onLeave }}
          onKeepAgain={() => void keep(attempt, score)}
          onAgain={() => setStage({ is: 'coding' })}
        />
      );
    }
  }
}
