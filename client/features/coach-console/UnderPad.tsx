import { MasteryPanel } from '#client/live/MasteryPanel.tsx';
import { SequencePanel } from '#client/live/SequencePanel.tsx';
import { useSequence } from '#client/live/useSequence.ts';
import { useSequenceWords } from '#client/live/useSequenceWords.ts';
import { phaseNow } from '#client/live/windowScore.ts';
import { useLiveView } from '#client/live/LiveContext.tsx';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { PlayRow } from './PlayRow.tsx';
import { WindowRow } from './WindowRow.tsx';

type UnderPadProps = {
  readonly programme: Programme;
  readonly step: (code: string, timeStamp: number) => void;
  readonly say: (words: string) => void;
};

/** Under the pad: what the window has of its goals, and while a command is followed through, where that stands. */
export function UnderPad({ programme, step, say }: UnderPadProps) {
  const { session } = useLiveView();
  const sequence = useSequence(programme);
  useSequenceWords(sequence);
  const sayKey = phaseNow(session, programme).sequence?.keys.say;
  if (sequence?.isRunning)
    return <SequencePanel programme={programme} sequence={sequence} step={step} say={say} sayKey={sayKey} />;
  return (
    <>
      {sequence && <PlayRow programme={programme} sequence={sequence} step={step} />}
      <WindowRow />
      <MasteryPanel programme={programme} />
    </>
  );
}
