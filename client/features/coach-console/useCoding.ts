import { lastOwn } from '#client/api/shownCodes.ts';
import { useLiveParts, useQuietView } from '#client/live/LiveContext.tsx';
import { sequenceOn } from '#client/live/useSequence.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { CandidateMode } from '#shared/domain/scoring/resolveCandidates.ts';
import type { CommandSequence } from '#shared/domain/sequence/commandSequence.ts';
import { useDoubt } from '#client/live/pad/useDoubt.ts';

/** The coder's actions: codes, two codes for one utterance, undo, and the steps of a sequence. */
export function useCoding(program: Program, flash: (action: string) => void, say: (words: string) => void) {
  const { live } = useLiveParts();
  const { phase, inPlay } = useQuietView().session;
  const doubt = useDoubt(program);

  const awake = phase === 'coding' || phase === 'coaching';
  const stillCounts = awake || phase === 'coding-paused' || phase === 'feedback';
  const sequenceNow = () => sequenceOn(live.getSnapshot(), program, live.now());

  const give = (action: string, timeStamp: number) => {
    if (action === 'undo') {
      if (!stillCounts) return;
      flash(action);
      if (doubt.isArmed()) doubt.disarm();
      else live.undo();
    } else if (awake && inPlay !== undefined) {
      flash(action);
      if (!doubt.isArmed()) {
        live.press(action, inPlay, timeStamp);
        return;
      }
      const settled = doubt.take(action);
      if (settled) live.press(settled.code, inPlay, settled.timeStamp, settled.doubt);
    }
  };

  /** A step of the sequence. It also works in a pause and in feedback, because a time-out continues then. */
  const step = (code: string, timeStamp: number) => {
    if (stillCounts && inPlay !== undefined) live.press(code, inPlay, timeStamp);
  };

  const judgeLast = ({ direct }: CommandSequence) => {
    const command = stillCounts ? lastOwn(live.getSnapshot(), direct) : undefined;
    if (command) live.judge(command.codeId, !command.effective);
  };

  return {
    awake,
    mayUndo: stillCounts,
    armed: doubt.armed,
    give,
    step,
    disarm: doubt.disarm,
    isArmed: doubt.isArmed,
    arm: (mode: CandidateMode, timeStamp: number) => {
      if (awake) doubt.arm(mode, timeStamp);
    },
    /** A key of the sequence. The sequence decides what it codes now. */
    follow: (does: keyof CommandSequence['keys'], sequence: CommandSequence, timeStamp: number) => {
      if (does === 'notEffective') {
        judgeLast(sequence);
        return;
      }
      const now = sequenceNow();
      if (does === 'say') {
        if (now?.say !== undefined) say(now.say);
        return;
      }
      const action = now?.actions.find(({ key }) => key === sequence.keys[does]);
      if (action) step(action.code, timeStamp);
    },
  };
}
