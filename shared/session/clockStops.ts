import type { ClockStop } from '#shared/domain/codingWindow.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import { programOf } from './programOf.ts';
import { type SessionState, type SessionWindow, startOf } from './sessionState.ts';
import { followSequence } from './sequence/followSequence.ts';
import { awayCauses, isSomebodyAway } from './sight/isSomebodyAway.ts';
import { gapCausesIn } from './sight/gapCauses.ts';
import { lostSenses } from './sight/sightState.ts';

/** Updates, after each fact, who is cut off and when the clock of the running window was paused. Rules WIN3, WIN4. */
export function trackStops(before: SessionState, after: SessionState, fact: Fact): SessionState {
  const mayChange = mayChangeGaps(before, after);
  const absences = mayChange ? trackAbsences(after, fact) : after.absences;
  const gaps = mayChange ? trackGaps(after, fact) : after.gaps;
  const found = { ...after, absences, gaps };
  const isQuiet =
    gaps === before.gaps &&
    absences === before.absences &&
    after.sight === before.sight &&
    before.windows === after.windows &&
    fact.type !== 'contraindication.changed';
  // Whether the codes are others is told by the fact: the list may have grown in place.
  if (isQuiet && !('codeId' in fact)) return found;
  const running = after.windows.filter(({ finished }) => !finished);
  if (running.length === 0) return found;
  const timeOuts = timeOutsIn(found);
  const hadNone = running.every(({ stops }) => stops.every(({ why }) => why !== 'time-out'));
  if (isQuiet && hadNone && timeOuts.length === 0) return found;
  const stops = [...timeOuts, ...found.gaps.map(({ from, to }) => ({ why: 'gap', from, to }) as const)];
  const windows = after.windows.map((window) => withStops(window, stops, found));
  // Returns the same list if nothing stopped, so that most of a screen is not drawn again at a press.
  const isSameList = windows.every((window, index) => window === after.windows[index]);
  return { ...found, windows: isSameList ? after.windows : windows };
}

function mayChangeGaps(before: SessionState, after: SessionState): boolean {
  const isSamePeople = before.participants === after.participants && before.lead === after.lead;
  return !isSamePeople || before.sight !== after.sight || before.phase !== after.phase;
}

/**
 * A gap lasts while nobody sees the family: its room's devices are cut off, or the lead coach is, or the coach receives
 * no picture or no sound of it. Everybody leaves when a session closes, and that is not a gap.
 */
function isCutOff(state: SessionState): boolean {
  return state.phase !== 'closed' && (isSomebodyAway(state) || lostSenses(state).length > 0);
}

function trackGaps(state: SessionState, fact: Fact): SessionState['gaps'] {
  const last = state.gaps.at(-1);
  const isOpen = last !== undefined && last.to === undefined;
  if (!isCutOff(state)) return isOpen ? closed(state.gaps, fact.at) : state.gaps;
  const since = beganAt(state, fact);
  if (fact.type === 'sight.lost') return joined(state.gaps, since);
  return isOpen ? state.gaps : [...state.gaps, { from: Math.max(since, last?.to ?? 0), to: undefined }];
}

function trackAbsences(state: SessionState, fact: Fact): SessionState['absences'] {
  const { absences } = state;
  const last = absences.at(-1);
  const isOpen = last !== undefined && last.to === undefined;
  const causes = state.phase === 'closed' ? [] : awayCauses(state);
  if (causes.length === 0) return isOpen ? closed(absences, fact.at) : absences;
  if (isOpen && last.causes.join() === causes.join()) return absences;
  const from = Math.max(beganAt(state, fact), isOpen ? last.from : (last?.to ?? 0));
  return [...(isOpen ? closed(absences, from) : absences), { from, to: undefined, causes }];
}

/** A gap of zero length is not a gap. */
function closed<Gap extends SessionState['gaps'][number]>(gaps: readonly Gap[], at: number): readonly Gap[] {
  const last = gaps.at(-1);
  if (last === undefined) return gaps;
  return at > last.from ? [...gaps.slice(0, -1), { ...last, to: at }] : gaps.slice(0, -1);
}

/** A loss can turn out to have begun before or inside known gaps. It is merged with the gaps that it touches. */
function joined(gaps: SessionState['gaps'], since: number): SessionState['gaps'] {
  const met = gaps.filter(({ to = Infinity }) => to >= since);
  const before = gaps.slice(0, gaps.length - met.length);
  return [...before, { from: Math.min(since, ...met.map(({ from }) => from)), to: undefined }];
}

function beganAt({ sight }: SessionState, fact: Fact): number {
  const lost = fact.type === 'sight.lost' ? sight[fact.what] : undefined;
  if (lost?.is === 'lost') return lost.since;
  return fact.type === 'participant.left' ? Math.min(fact.lastSeenAt ?? fact.at, fact.at) : fact.at;
}

/** When the clock of a window was paused, before the causes of each gap are known. */
type Stop = Pick<ClockStop, 'why' | 'from' | 'to'>;

function timeOutsIn(state: SessionState): readonly Stop[] {
  const program = programOf(state);
  const timeOuts = (program && followSequence(state, program)?.context.timeOuts) ?? [];
  return timeOuts.map(({ from, to }) => ({ why: 'time-out', from, to }));
}

/** A window's own stops: those since it began. A finished window keeps its stops. */
function withStops(window: SessionWindow, all: readonly Stop[], state: SessionState): SessionWindow {
  if (window.finished) return window;
  const beganAt = startOf(window) ?? 0;
  const stops = all
    .filter(({ to }) => to === undefined || to > beganAt)
    .map((stop) => ({ ...stop, from: Math.max(stop.from, beganAt) }))
    .filter(({ from, to }) => to === undefined || to > from)
    .toSorted((one, other) => one.from - other.from)
    .map(({ why, from, to }): ClockStop => {
      return why === 'gap' ? { why, causes: gapCausesIn(state, { from, to }), from, to } : { why, from, to };
    });
  return areSame(window.stops, stops) ? window : { ...window, stops };
}

function areSame(one: readonly ClockStop[], other: readonly ClockStop[]): boolean {
  return (
    one.length === other.length &&
    one.every((stop, index) => {
      const same = other[index];
      return same?.from === stop.from && same.to === stop.to && causesOf(same) === causesOf(stop);
    })
  );
}

function causesOf(stop: ClockStop): string {
  return stop.why === 'gap' ? stop.causes.join() : stop.why;
}
