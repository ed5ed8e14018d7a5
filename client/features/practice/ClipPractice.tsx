import { useState } from 'react';
import { readClipKey } from '#client/api/clips.ts';
import { HttpErrorNote } from '#client/components/HttpErrorNote.tsx';
import { Loading } from '#client/components/Loading.tsx';
import { Coding } from './Coding.tsx';
import { type Coded, type Given, type RunScore, scoreRun } from './scoreRun.ts';
import { Scored } from './Scored.tsx';

type Props = {
  readonly coded: Coded;
  readonly onScored: (agreement: number | null) => void;
  readonly onLeave: () => void;
};

type Stage =
  | { readonly is: 'coding' }
  | { readonly is: 'scoring' }
  | { readonly is: 'failed'; readonly error: unknown; readonly given: readonly Given[] }
  | { readonly is: 'scored'; readonly score: RunScore };

/** One clip from the first press to the score. */
export function ClipPractice({ coded, onScored, onLeave }: Props) {
  const [stage, setStage] = useState<Stage>({ is: 'coding' });

  async function finish(given: readonly Given[]) {
    setStage({ is: 'scoring' });
    try {
      const { lines } = await readClipKey(coded.offer.id);
      const score = scoreRun(coded, lines, given);
      setStage({ is: 'scored', score });
      onScored(score.agreement);
    } catch (error) {
      setStage({ is: 'failed', error, given });
    }
  }

  switch (stage.is) {
    case 'coding':
      return <Coding coded={coded} onFinish={(given) => void finish(given)} onLeave={onLeave} />;
    case 'scoring':
      return <Loading />;
    case 'failed':
      return <HttpErrorNote error={stage.error} onRetry={() => void finish(stage.given)} />;
    case 'scored':
      return <Scored coded={coded} score={stage.score} onAgain={() => setStage({ is: 'coding' })} onLeave={onLeave} />;
  }
}
