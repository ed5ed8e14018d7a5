import { spansUntil } from '#shared/domain/codingWindow.ts';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import type { Phase } from '#shared/domain/phase.ts';
import { missedSpeech } from '#shared/session/review/missedSpeech.ts';
import { recordingHoles } from '#shared/session/recording/recordedSpans.ts';
import { gapCausesIn } from '#shared/session/sight/gapCauses.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { ReviewCode } from '../codes/reviewCodes.ts';
import { type Lane, type LaneBand, type LaneMark, laneOf } from './lane.ts';

/** The names of rows and bands. */
export type LaneWords = {
  readonly lane: (id: FixedLane) => string;
  readonly coder: (name: string, given: ReviewCode['given']) => string;
  readonly childBy: (name: string) => string;
  readonly phase: (phase: Phase) => string;
  readonly window: (phase: string, caregiver: string) => string;
  readonly band: (
    what: 'time-out' | 'room-recorded' | 'no-picture' | 'no-sound' | 'voice' | 'speech' | 'uncoded',
  ) => string;
};

type FixedLane =
  'phases' | 'windows' | 'stops' | 'recording' | 'lead' | 'child' | 'procedure' | 'coach' | 'speech' | 'remarks';

/** The rows of a session from top to bottom. Empty rows are left out, except the lead's. */
export function lanesOf(
  state: SessionState,
  program: Program,
  codes: readonly ReviewCode[],
  words: LaneWords,
  endsAt: number,
): readonly Lane[] {
  const named = (id: FixedLane, content: Parameters<typeof laneOf>[2]) => laneOf(id, words.lane(id), content);
  const lead = (stream: ReviewCode['stream']) =>
    named(stream === 'parent' ? 'lead' : stream, {
      marks: marksOf(codes.filter((one) => one.given === 'lead' && one.stream === stream)),
    });
  const lanes = [
    named('phases', { bands: phaseBands(state, words, endsAt) }),
    named('windows', { bands: windowBands(state, program, words, endsAt) }),
    named('stops', { bands: stopBands(state, words, endsAt) }),
    named('recording', { bands: recordingBands(state, words, endsAt) }),
    lead('parent'),
    ...othersLanes(codes, words),
    lead('child'),
    lead('procedure'),
    named('coach', { bands: voiceBands(state, words, endsAt), marks: coachMarks(state, codes) }),
    named('speech', { bands: speechBands(state, program, words, endsAt) }),
    named('remarks', { marks: remarkMarks(state) }),
  ];
  return lanes.filter(({ id, bands, marks }) => id === 'lead' || bands.length > 0 || marks.length > 0);
}

function marksOf(codes: readonly ReviewCode[]): readonly LaneMark[] {
  return codes.map((code) => ({ is: 'code', at: code.at, code }));
}

/** A row for each observer and each second coding, and below it one for what they coded of the child. */
function othersLanes(codes: readonly ReviewCode[], words: LaneWords): readonly Lane[] {
  const others = codes.filter(({ given, stream }) => given !== 'lead' && stream !== 'coach');
  return [...Map.groupBy(others, ({ by }) => by)].flatMap(([by, given]) => {
    const [first] = given;
    if (first === undefined) return [];
    const parent = marksOf(given.filter(({ stream }) => stream !== 'child'));
    const child = marksOf(given.filter(({ stream }) => stream === 'child'));
    return [
      laneOf(by, words.coder(first.coder.name, first.given), { marks: parent }),
      laneOf(`${by}-child`, words.childBy(first.coder.name), { marks: child }),
    ].filter(({ marks }) => marks.length > 0);
  });
}

function phaseBands({ phases }: SessionState, words: LaneWords, endsAt: number): readonly LaneBand[] {
  return phases.flatMap(({ phase, since: from }, index): LaneBand[] => {
    const to = phases[index + 1]?.since ?? endsAt;
    const look = phase === 'coding' || phase === 'coaching' ? phase : 'phase';
    return to > from ? [{ from, to, look, label: words.phase(phase) }] : [];
  });
}

function windowBands(state: SessionState, program: Program, words: LaneWords, endsAt: number): readonly LaneBand[] {
  return state.windows.flatMap((window) => {
    const caregiver = state.caregivers.find(({ caregiverId }) => caregiverId === window.caregiverId)?.name ?? '';
    const label = words.window(findTreatmentPhase(program, window.kind)?.shortName ?? window.kind, caregiver);
    const look = windowStanding(window, endsAt).is === 'void' ? 'void' : 'window';
    return spansUntil(window, endsAt).map(([from, to]) => ({ from, to, look, label }) as const);
  });
}

function stopBands(state: SessionState, words: LaneWords, endsAt: number): readonly LaneBand[] {
  const timeOuts = state.windows.flatMap(({ stops }) => stops.filter(({ why }) => why === 'time-out'));
  return [
    ...timeOuts.map(
      ({ from, to }) => ({ from, to: to ?? endsAt, look: 'stop', label: words.band('time-out') }) as const,
    ),
    ...state.gaps.map((gap) => {
      const label = gapTitle([gapCausesIn(state, gap)]);
      return { from: gap.from, to: gap.to ?? endsAt, look: 'gap', label } as const;
    }),
  ];
}

/** What was recorded of the room, and where the file has gaps because no picture or sound arrived. */
function recordingBands(state: SessionState, words: LaneWords, endsAt: number): readonly LaneBand[] {
  const recorded = state.recording.spans
    .filter(({ recorder }) => recorder === 'room')
    .map(({ from, to }) => ({ from, to: to ?? endsAt }));
  const holes = recordingHoles(state, endsAt);
  return [
    ...recorded.map(({ from, to }) => ({ from, to, look: 'recorded', label: words.band('room-recorded') }) as const),
    ...holes.map(({ what, from, to }) => ({ from, to, look: 'gap', label: words.band(`no-${what}`) }) as const),
  ];
}

function voiceBands({ voices }: SessionState, words: LaneWords, endsAt: number): readonly LaneBand[] {
  return voices
    .filter(({ track }) => track === 'coach-voice')
    .map(({ from, to }) => ({ from, to: to ?? endsAt, look: 'voice', label: words.band('voice') }));
}

function coachMarks({ prompts }: SessionState, codes: readonly ReviewCode[]): readonly LaneMark[] {
  const coded = codes.filter(({ stream }) => stream === 'coach');
  return [...marksOf(coded), ...prompts.map(({ sentAt: at, text: label }) => ({ is: 'prompt', at, label }) as const)];
}

function speechBands(state: SessionState, program: Program, words: LaneWords, endsAt: number): readonly LaneBand[] {
  const heard = state.review.speech.flatMap(({ stretches }) => stretches);
  return [
    ...heard.map(([from, to]) => ({ from, to, look: 'speech', label: words.band('speech') }) as const),
    ...missedSpeech(state, program, endsAt).map(([from, to]) => {
      return { from, to, look: 'uncoded', label: words.band('uncoded') } as const;
    }),
  ];
}

function remarkMarks({ review }: SessionState): readonly LaneMark[] {
  return [
    ...review.comments.flatMap(({ about, text, answers }): LaneMark[] =>
      about === null || answers !== null ? [] : [{ is: 'comment', at: about, label: text }],
    ),
    ...review.bookmarks.map(({ about: at, label }) => ({ is: 'bookmark', at, label }) as const),
  ];
}
