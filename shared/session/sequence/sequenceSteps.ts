import type { Program } from '#shared/domain/programs/program.ts';
import type { SequenceStep } from '#shared/domain/sequence/commandSequence.ts';
import { type Followed, playedCodes } from './followSequence.ts';
import type { SequenceOutcome } from './sequenceContext.ts';
import { ringUntil, type SequenceRun, stepOf } from './sequenceRun.ts';

/** A command sequence reached this step at this session time; `outcome` belongs to the sequence that ended there. */
type StepTaken = { readonly at: number; readonly step: SequenceStep; readonly outcome: SequenceOutcome | undefined };

/** Every step so far, from the standing codes and the clocks, oldest first. Rules SEQ1 to SEQ12. */
export function sequenceSteps(session: Followed, program: Program, now: number): readonly StepTaken[] {
  const taken: StepTaken[] = [];
  let last: SequenceRun | undefined;
  for (const { run, at } of sequenceRuns(session, program, now)) {
    const isNew = last !== undefined && (stepOf(run) !== stepOf(last) || isAnother(run, last));
    const outcome =
      run.context.past.length > (last?.context.past.length ?? 0) ? run.context.past.at(-1)?.outcome : undefined;
    if (isNew) taken.push({ at, step: stepOf(run), outcome });
    last = run;
  }
  return taken;
}

/** Its states (session time, ms): first, after each code, and after each clock that led on by itself; oldest first. */
export function* sequenceRuns(
  session: Followed,
  program: Program,
  now: number,
): Generator<{ readonly run: SequenceRun; readonly at: number }> {
  let last: SequenceRun | undefined;
  for (const played of playedCodes(session, program)) {
    if (last !== undefined) yield* rung(last, played.at);
    yield played;
    last = played.run;
  }
  if (last !== undefined) yield* rung(last, now);
}

function* rung(run: SequenceRun, until: number): Generator<{ readonly run: SequenceRun; readonly at: number }> {
  const { alarmAt: at } = run.context;
  if (at === undefined || at > until) return;
  const next = ringUntil(run, at);
  yield { run: next, at };
  yield* rung(next, until);
}

/** A new command while another was open restarts the same step. */
export function isAnother(run: SequenceRun, before: SequenceRun): boolean {
  return run.context.current?.command?.codeId !== before.context.current?.command?.codeId;
}
