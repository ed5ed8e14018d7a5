import { findCode, findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { CommandSequence } from '#shared/domain/sequence/commandSequence.ts';
import { type CodeEntry, type SessionState, startOf } from '../sessionState.ts';
import { playCode, playContraindication, playGap, type SequenceRun, startRun } from './sequenceRun.ts';

export type Followed = Pick<
  SessionState,
  'codes' | 'windows' | 'treatmentPhase' | 'timeOut' | 'contraindications' | 'gaps'
>;

/** The sequence after all standing codes of the lead coach, in the order heard. Undefined without sequences. */
export function followSequence(session: Followed, program: Program): SequenceRun | undefined {
  const run = playOn(session, program) ?? replay(session, program);
  remember(session, program, run);
  return run;
}

/** The latest run of a session's codes, by the first of them. Only a cache: all of it follows from the codes. */
type Known = Omit<Followed, 'windows' | 'treatmentPhase'> & { readonly run: SequenceRun | undefined };
const runs = new WeakMap<Program, WeakMap<CodeEntry, Known>>();

/** Plays only the codes that came since the latest run. Undefined if that run does not lead to these codes. */
function playOn(session: Followed, program: Program): SequenceRun | undefined {
  const { codes } = session;
  const known = codes[0] && runs.get(program)?.get(codes[0]);
  if (known?.run === undefined || !leadsTo(known, session)) return undefined;
  let { run } = known;
  for (const entry of codes.slice(known.codes.length)) {
    if (entry.heardAt < run.playedTo) return undefined;
    if (counts(entry, program)) run = playEntry(run, entry, session, program);
  }
  return run;
}

function leadsTo(known: Known, { codes, timeOut, contraindications, gaps }: Followed): boolean {
  const isSame = known.timeOut === timeOut && known.contraindications === contraindications && known.gaps === gaps;
  return isSame && known.codes.every((code, index) => code === codes[index]);
}

function remember(
  { codes, timeOut, contraindications, gaps }: Followed,
  program: Program,
  run: SequenceRun | undefined,
): void {
  if (codes[0] === undefined) return;
  const ofProgram = runs.get(program) ?? new WeakMap<CodeEntry, Known>();
  runs.set(program, ofProgram.set(codes[0], { codes, timeOut, contraindications, gaps, run }));
}

function replay(session: Followed, program: Program): SequenceRun | undefined {
  let last: SequenceRun | undefined;
  for (const { run } of playedCodes(session, program)) last = run;
  return last;
}

/**
 * Every state of the sequence: at its beginning, after each code that counts, after each change of the
 * contraindication, and at the start and end of each gap. Each has its time, in the order in which it was heard.
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
  // At the same moment the change comes first, so that codes of that moment fall under it.
  for (const { at, play } of [...changesIn(session), ...heard].toSorted((one, other) => one.at - other.at)) {
    run = play(run);
    yield { run, at };
  }
}

type Played = { readonly at: number; readonly play: (run: SequenceRun) => SequenceRun };

/** What a sequence receives besides codes: changes of the contraindication, and the start and end of each gap. */
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

/** Outside a running sequence, the treatment phase in which a code was given decides which sequence it starts. */
function playEntry(run: SequenceRun, entry: CodeEntry, session: Followed, program: Program): SequenceRun {
  const { code, codeId, heardAt: at } = entry;
  if (run.value !== 'play') return playCode(run, { code, codeId, at });
  const sequence = sequenceAt(session, program, entry);
  if (sequence === undefined) return run;
  const heard = run.context.sequence === sequence ? run : { ...run, context: { ...run.context, sequence } };
  return playCode(heard, { code, codeId, at });
}

/** The sequence of the treatment phase that a caregiver was in at a moment. */
function sequenceAt(
  { windows, treatmentPhase }: Followed,
  program: Program,
  { caregiverId, heardAt }: CodeEntry,
): CommandSequence | undefined {
  const window = windows.findLast((one) => one.caregiverId === caregiverId && (startOf(one) ?? Infinity) <= heardAt);
  const phase = window?.kind ?? treatmentPhase ?? program.phases[0].id;
  return findTreatmentPhase(program, phase)?.sequence;
}
