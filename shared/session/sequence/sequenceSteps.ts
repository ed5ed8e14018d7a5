import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { SequenceStep } from '#shared/domain/sequence/commandSequence.ts';
import { type Followed, playedCodes } from './followSequence.ts';
import type { Outcome } from './sequenceContext.ts';
import { ringUntil, type SequenceRun, stepOf } from './sequenceRun.ts';

/** A command sequence came to this step at this session time; `outcome` is of the sequence that ended with it. */
export type StepTaken = { readonly at: number; readonly step: SequenceStep; readonly outcome: Outcome | undefined };

/** Every step that a session's command sequences took until now, by its standing codes and its clocks; oldest first. Rules SEQ1 to SEQ12. */
export function sequenceSteps(session: Followed, programme: Programme, now: number): readonly StepTaken[] {
  const taken: StepTaken[] = [];
  let last: SequenceRun | undefined;

  function note(run: SequenceRun, at: number) {
    const isNew = last !== undefined && (stepOf(run) !== stepOf(last) || isAnother(run, last));
    const outcome =
      run.context.past.length > (last?.context.past.length ?? 0) ? run.context.past.at(-1)?.outcome : undefined;
    if (isNew) taken.push({ at, step: stepOf(run), outcome });
    last = run;
  }
  function ring(until: number) {
    for (
      let at = last?.context.alarmAt;
      last !== undefined && at !== undefined && at <= until;
      at = last.context.alarmAt
    ) {
      note(ringUntil(last, at), at);
    }
  }

  for (const { run, at } of playedCodes(session, programme)) {
    ring(at);
    note(run, at);
  }
  ring(now);
  return taken;
}

/** A new command while another was open begins the same step anew. */
function isAnother(run: SequenceRun, before: SequenceRun): boolean {
  return run.context.current?.command?.codeId !== before.context.current?.command?.codeId;
}
