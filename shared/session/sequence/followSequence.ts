import { findCode, findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { CommandSequence } from '#shared/domain/sequence/commandSequence.ts';
import { type CodeEntry, type SessionState, startOf } from '../sessionState.ts';
import { playCode, playContraindication, playGap, type SequenceRun, startRun } from './sequenceRun.ts';

/** As much of a session as its sequence follows from. */
export type Followed = Pick<
  SessionState,
  'codes' | 'windows' | 'treatmentPhase' | 'timeOut' | 'contraindications' | 'gaps'
>;

/**
 * The sequence after all codes of a session that the lead coach gave and that stand, in the order of what was heard; its
 * clocks have rung up to the last of them. Undefined where no phase of the program has sequences.
 */
export function followSequence(session: Followed, program: Program): SequenceRun | undefined {
  const known = recall(session, program);
  if (known !== undefined) return known.run;
  const run = replay(session, program);
  remember(session, program, run);
  return run;
}

/** Plays on after one more code, where it is the latest that was heard; otherwise the next who asks plays all of them. */
export function followOn(before: Followed, session: Followed, program: Program, entry: CodeEntry): void {
  const known = recall(before, program);
  if (known?.run === undefined || entry.heardAt < known.run.playedTo) return;
  remember(session, program, counts(entry, program) ? playEntry(known.run, entry, session, program) : known.run);
}

type Known = Pick<Followed, 'timeOut' | 'contraindications' | 'gaps'> & { readonly run: SequenceRun | undefined };

/** The runs of some lists of codes. Only a cache: all of it follows from the codes. */
const runs = new WeakMap<Program, WeakMap<Followed['codes'], Known>>();

function recall({ codes, timeOut, contraindications, gaps }: Followed, program: Program): Known | undefined {
  const known = runs.get(program)?.get(codes);
  const isSame = known?.timeOut === timeOut && known.contraindications === contraindications && known.gaps === gaps;
  return isSame ? known : undefined;
}

function remember(
  { codes, timeOut, contraindications, gaps }: Followed,
  program: Program,
  run: SequenceRun | undefined,
): void {
  const ofProgram = runs.get(program) ?? new WeakMap<Followed['codes'], Known>();
  runs.set(program, ofProgram.set(codes, { timeOut, contraindications, gaps, run }));
}

function replay(session: Followed, program: Program): SequenceRun | undefined {
  let last: SequenceRun | undefined;
  for (const { run } of playedCodes(session, program)) last = run;
  return last;
}

/**
 * Where the sequence stood at its beginning, after each code that counts, after each change of whether time-out is
 * contraindicated, and where each gap began and ended; with the time of each, in order of what was heard.
 */
export function* playedCodes(
  session: Followed,
  program: Program,
): Generator<{ readonly run: SequenceRun; readonly at: number }> {
  const first = program.phases.find(({ sequence }) => sequence !== undefined)?.sequence;
  if (first === undefined) return;
  let run = startRun(first, { ...session.timeOut, contraindicated: null });
  yield { run, at: 0 };
  const codes = session.codes.filter((entry) => counts(entry, program));
  const heard = codes.map((entry) => ({
    at: entry.heardAt,
    play: (before: SequenceRun) => playEntry(before, entry, session, program),
  }));
  // At the same moment the change comes first: what is coded then is coded under it.
  for (const { at, play } of [...changesIn(session), ...heard].toSorted((one, other) => one.at - other.at)) {
    run = play(run);
    yield { run, at };
  }
}

type Played = { readonly at: number; readonly play: (run: SequenceRun) => SequenceRun };

/** What a sequence hears besides codes: whether time-out is contraindicated, and each gap's beginning and end. */
function changesIn({ contraindications, gaps }: Followed): readonly Played[] {
  const gap = (at: number, inGap: boolean): Played => ({ at, play: (run) => playGap(run, at, inGap) });
  return [
    ...contraindications.map(({ since: at, is }): Played => ({ at, play: (run) => playContraindication(run, at, is) })),
    ...gaps.flatMap(({ from, to }) => (to === undefined ? [gap(from, true)] : [gap(from, true), gap(to, false)])),
  ];
}

function counts({ undone, byLead, code }: CodeEntry, program: Program): boolean {
  return !undone && byLead && findCode(program, code)?.stream !== 'coach';
}

/** Plays one more code. In play it is heard by the phase of treatment that it was given in, where that has sequences. */
function playEntry(run: SequenceRun, entry: CodeEntry, session: Followed, program: Program): SequenceRun {
  const { code, codeId, heardAt: at } = entry;
  if (run.value !== 'play') return playCode(run, { code, codeId, at });
  const sequence = sequenceAt(session, program, entry);
  if (sequence === undefined) return run;
  const heard = run.context.sequence === sequence ? run : { ...run, context: { ...run.context, sequence } };
  return playCode(heard, { code, codeId, at });
}

/** The sequence of the treatment phase that was on for a caregiver at a moment. */
function sequenceAt(
  { windows, treatmentPhase }: Followed,
  program: Program,
  { caregiverId, heardAt }: CodeEntry,
): CommandSequence | undefined {
  const window = windows.findLast((one) => one.caregiverId === caregiverId && (startOf(one) ?? Infinity) <= heardAt);
  const phase = window?.kind ?? treatmentPhase ?? program.phases[0].id;
  return findTreatmentPhase(program, phase)?.sequence;
}
