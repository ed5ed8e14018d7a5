import { findCode, findTreatmentPhase, type Programme } from '#shared/domain/programmes/programme.ts';
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
 * clocks have rung up to the last of them. Undefined where no phase of the programme has sequences.
 */
export function followSequence(session: Followed, programme: Programme): SequenceRun | undefined {
  const known = recall(session, programme);
  if (known !== undefined) return known.run;
  const run = replay(session, programme);
  remember(session, programme, run);
  return run;
}

/** Plays on after one more code, where it is the latest that was heard; otherwise the next who asks plays all of them. */
export function followOn(before: Followed, session: Followed, programme: Programme, entry: CodeEntry): void {
  const known = recall(before, programme);
  if (known?.run === undefined || entry.heardAt < known.run.playedTo) return;
  remember(session, programme, counts(entry, programme) ? playEntry(known.run, entry, session, programme) : known.run);
}

type Known = Pick<Followed, 'timeOut' | 'contraindications' | 'gaps'> & { readonly run: SequenceRun | undefined };

/** The runs of some lists of codes. Only a cache: all of it follows from the codes. */
const runs = new WeakMap<Programme, WeakMap<Followed['codes'], Known>>();

function recall({ codes, timeOut, contraindications, gaps }: Followed, programme: Programme): Known | undefined {
  const known = runs.get(programme)?.get(codes);
  const isSame = known?.timeOut === timeOut && known.contraindications === contraindications && known.gaps === gaps;
  return isSame ? known : undefined;
}

function remember(
  { codes, timeOut, contraindications, gaps }: Followed,
  programme: Programme,
  run: SequenceRun | undefined,
): void {
  const ofProgramme = runs.get(programme) ?? new WeakMap<Followed['codes'], Known>();
  runs.set(programme, ofProgramme.set(codes, { timeOut, contraindications, gaps, run }));
}

function replay(session: Followed, programme: Programme): SequenceRun | undefined {
  let last: SequenceRun | undefined;
  for (const { run } of playedCodes(session, programme)) last = run;
  return last;
}

/**
 * Where the sequence stood at its beginning, after each code that counts, after each change of whether time-out is
 * contraindicated, and where each gap began and ended; with the time of each, in order of what was heard.
 */
export function* playedCodes(
  session: Followed,
  programme: Programme,
): Generator<{ readonly run: SequenceRun; readonly at: number }> {
  const first = programme.phases.find(({ sequence }) => sequence !== undefined)?.sequence;
  if (first === undefined) return;
  let run = startRun(first, { ...session.timeOut, contraindicated: null });
  yield { run, at: 0 };
  const codes = session.codes.filter((entry) => counts(entry, programme));
  const heard = codes.map((entry) => ({
    at: entry.heardAt,
    play: (before: SequenceRun) => playEntry(before, entry, session, programme),
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

function counts({ undone, byLead, code }: CodeEntry, programme: Programme): boolean {
  return !undone && byLead && findCode(programme, code)?.stream !== 'coach';
}

/** Plays one more code. In play it is heard by the phase of treatment that it was given in, where that has sequences. */
function playEntry(run: SequenceRun, entry: CodeEntry, session: Followed, programme: Programme): SequenceRun {
  const { code, codeId, heardAt: at } = entry;
  if (run.value !== 'play') return playCode(run, { code, codeId, at });
  const sequence = sequenceAt(session, programme, entry);
  if (sequence === undefined) return run;
  const heard = run.context.sequence === sequence ? run : { ...run, context: { ...run.context, sequence } };
  return playCode(heard, { code, codeId, at });
}

/** The sequence of the treatment phase that was on for a caregiver at a moment. */
function sequenceAt(
  { windows, treatmentPhase }: Followed,
  programme: Programme,
  { caregiverId, heardAt }: CodeEntry,
): CommandSequence | undefined {
  const window = windows.findLast((one) => one.caregiverId === caregiverId && (startOf(one) ?? Infinity) <= heardAt);
  const phase = window?.kind ?? treatmentPhase ?? programme.phases[0].id;
  return findTreatmentPhase(programme, phase)?.sequence;
}
