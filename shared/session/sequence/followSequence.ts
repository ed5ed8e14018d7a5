import { findCode, findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { CommandSequence } from '#shared/domain/sequence/commandSequence.ts';
import { type CodeChange, lastChangeOf, placesBetween } from '../codeList.ts';
import { type CodeEntry, type SessionState, startOf } from '../sessionState.ts';
import { playCode, playContraindication, playGap, type SequenceRun, startRun } from './sequenceRun.ts';

export type Followed = Pick<
  SessionState,
  'codes' | 'windows' | 'treatmentPhase' | 'timeOut' | 'contraindications' | 'gaps'
>;

/** What a sequence received at a moment: a code at its place in the list, or a change; and its state then. */
type Heard = { readonly at: number; readonly place: number; readonly run: SequenceRun };
type Played = Omit<Heard, 'run'> & { readonly play: (run: SequenceRun) => SequenceRun };

/** The place of what is not a code. */
const NO_CODE = -1;

/** The latest moments of all lists of codes that came from the same one. Only a cache: all of it follows from them. */
type Known = Followed & { readonly change: CodeChange; readonly heard: Heard[] };
const known = new WeakMap<Program, WeakMap<CodeChange['places'], Known>>();

/**
 * The sequence after all standing codes of the lead coach, in the order heard. Undefined without sequences. Only what
 * was heard since the first difference from the latest moments is played.
 */
export function followSequence(session: Followed, program: Program): SequenceRun | undefined {
  const first = firstSequence(program);
  if (first === undefined) return undefined;
  const { codes, windows, treatmentPhase, timeOut, contraindications, gaps } = session;
  const change = lastChangeOf(codes);
  const ofProgram = known.get(program) ?? new WeakMap<CodeChange['places'], Known>();
  const before = ofProgram.get(change.places);
  const isSame = before?.timeOut === timeOut && before.treatmentPhase === treatmentPhase;
  const changed = isSame ? placesBetween(before.change, change) : undefined;
  const heard = before && changed ? before.heard : [startOfPlay(first, session)];
  const again = new Set(changed ?? codes.keys());
  const since = before && changed ? firstDifference(before, session, changed) : 0;
  for (let last = heard.at(-1); heard.length > 1 && last !== undefined && last.at >= since; last = heard.at(-1)) {
    again.add(last.place);
    heard.pop();
  }
  const left = changesIn(session).filter(({ at }) => at >= since);
  playOn(heard, [...left, ...codesAt(again, session, program)]);
  known.set(
    program,
    ofProgram.set(change.places, {
      ...{ codes, windows, treatmentPhase, timeOut },
      ...{ contraindications, gaps, change, heard },
    }),
  );
  return heard.at(-1)?.run;
}

/**
 * Every state of the sequence: at its beginning, after each code that counts, after each change of the
 * contraindication, and at the start and end of each gap. Each has its time, in the order in which it was heard.
 */
export function playedCodes(session: Followed, program: Program): readonly Heard[] {
  const first = firstSequence(program);
  if (first === undefined) return [];
  const all = codesAt(new Set(session.codes.keys()), session, program);
  return playOn([startOfPlay(first, session)], [...changesIn(session), ...all]);
}

function firstSequence({ phases }: Program): CommandSequence | undefined {
  return phases.find(({ sequence }) => sequence !== undefined)?.sequence;
}

function startOfPlay(first: CommandSequence, { timeOut }: Followed): Heard {
  return { at: 0, place: NO_CODE, run: startRun(first, { ...timeOut, contraindicated: null }) };
}

/** At the same moment a change comes first, so that codes of that moment fall under it. */
function playOn(heard: Heard[], more: readonly Played[]): readonly Heard[] {
  for (const { at, place, play } of more.toSorted((one, other) => one.at - other.at)) {
    const last = heard.at(-1);
    if (last !== undefined) heard.push({ at, place, run: play(last.run) });
  }
  return heard;
}

/** The first moment of session time from which two sessions of the same program may have been played differently. */
function firstDifference(before: Followed, session: Followed, changed: ReadonlySet<number>): number {
  let since = Infinity;
  for (const place of changed)
    since = Math.min(since, before.codes[place]?.heardAt ?? since, session.codes[place]?.heardAt ?? since);
  const isSame = before.gaps === session.gaps && before.contraindications === session.contraindications;
  if (isSame && before.windows.length === session.windows.length) return since;
  const [one, other] = [turnsIn(before), turnsIn(session)];
  const place = Array.from({ length: Math.max(one.length, other.length) }).findIndex((_, index) => {
    return one[index]?.at !== other[index]?.at || one[index]?.what !== other[index]?.what;
  });
  return Math.min(since, one[place]?.at ?? Infinity, other[place]?.at ?? Infinity);
}

/** What besides codes decides how a session is played, oldest first. */
function turnsIn({ contraindications, gaps, windows }: Followed) {
  return [
    ...contraindications.map(({ since: at, is }) => ({ at, what: is })),
    ...gaps.flatMap(({ from, to = Infinity }) => [
      { at: from, what: 'from' },
      { at: to, what: 'to' },
    ]),
    ...windows.map((window) => ({ at: startOf(window) ?? Infinity, what: window.windowId })),
  ].toSorted((one, other) => one.at - other.at);
}

/** What a sequence receives besides codes: changes of the contraindication, and the start and end of each gap. */
function changesIn({ contraindications, gaps }: Followed): readonly Played[] {
  const place = NO_CODE;
  const gap = (at: number, inGap: boolean): Played => ({ at, place, play: (run) => playGap(run, at, inGap) });
  return [
    ...contraindications.map(({ since: at, is }): Played => {
      return { at, place, play: (run) => playContraindication(run, at, is) };
    }),
    ...gaps.flatMap(({ from, to }) => (to === undefined ? [gap(from, true)] : [gap(from, true), gap(to, false)])),
  ];
}

/** The codes at these places that count, in the order of the list. */
function codesAt(places: ReadonlySet<number>, session: Followed, program: Program): readonly Played[] {
  return [...places]
    .toSorted((one, other) => one - other)
    .flatMap((place) => {
      const entry = session.codes[place];
      if (entry === undefined || !counts(entry, program)) return [];
      return { at: entry.heardAt, place, play: (run) => playEntry(run, entry, session, program) };
    });
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
