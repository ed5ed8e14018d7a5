import { MasteryPanel } from '#client/live/MasteryPanel.tsx';
import { SequencePanel } from '#client/live/SequencePanel.tsx';
import { useSequence } from '#client/live/useSequence.ts';
import { useSequenceWords } from '#client/live/useSequenceWords.ts';
import { phaseNow } from '#client/live/windowScore.ts';
import { useLiveView } from '#client/live/LiveContext.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import { PlayRow } from './PlayRow.tsx';
import { WindowRow } from './WindowRow.tsx';

type PadFooterProps = {
  readonly program: Program;
  readonly step: (code: string, timeStamp: number) => void;
  readonly say: (words: string) => void;
};

/** Below the pad: the window's progress towards its goals or, during a command sequence, the current step. */
export function PadFooter({ program, step, say }: PadFooterProps) {
  const { session } = useLiveView();
  const sequence = useSequence(program);
  useSequenceWords(sequence);
  const sayKey = phaseNow(session, program).sequence?.keys.say;
  if (sequence?.isRunning)
    return <SequencePanel program={program} sequence={sequence} step={step} say={say} sayKey={sayKey} />;
  return (
    <>
      {sequence && <PlayRow program={program} sequence={sequence} step={step} />}
      <WindowRow />
      <MasteryPanel program={program} />
    </>
  );
}
