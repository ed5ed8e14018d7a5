import { useMemo } from 'react';
import { isTyping } from '#client/live/keyPress.ts';
import { CodePad } from '#client/live/pad/CodePad.tsx';
import { coachCells } from '#client/live/pad/padCells.ts';
import { PadSettings } from '#client/live/pad/PadSettings.tsx';
import { takeKey, useWindowKeys } from '#client/live/useWindowKeys.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { coachAction } from './coachCoding.ts';

type Props = {
  readonly program: Program;
  readonly counts: Readonly<Record<string, number>>;
  readonly awake: boolean;
  /** A code of the coach's stream or `undo`, and when the key was pressed. */
  readonly give: (action: string, timeStamp: number) => void;
};

/** A small pad for an observer who codes the coach's statements, with its own keys. */
export function CoachPad({ program, counts, awake, give }: Props) {
  const cells = useMemo(() => coachCells(program), [program]);
  useWindowKeys(
    (event) => {
      if (isTyping(event.target)) return;
      const action = coachAction(program, event);
      if (action === undefined) return;
      takeKey(event);
      if (!event.repeat) give(action, event.timeStamp);
    },
    () => undefined,
  );
  return (
    <>
      <CodePad cells={cells} counts={counts} awake={awake} give={give} />
      <PadSettings cells={cells} />
    </>
  );
}
