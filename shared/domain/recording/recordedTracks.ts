import type { Source, Track } from '../audience.ts';
import type { Part } from '../people.ts';
import type { Phase } from '../phase.ts';

/** What a recording can hold, each with its own consent; never the supervisor's voice. Rule RCD1. */
export const RECORDED_TRACKS = ['room-video', 'room-audio', 'coach-voice'] as const satisfies readonly Track[];
export type RecordedTrack = (typeof RECORDED_TRACKS)[number];

/** The purposes of a recording that people are asked to agree to. */
export const RECORDING_PURPOSES = ['treatment', 'supervision', 'training', 'research'] as const;
export type RecordingPurpose = (typeof RECORDING_PURPOSES)[number];

/** A recorder writes one file at a time: the room's picture and sound together, or the coach's voice alone. */
export const RECORDERS = ['room', 'coach'] as const;
export type RecorderName = (typeof RECORDERS)[number];

export const RECORDER_OF: { readonly [T in RecordedTrack]: RecorderName } = {
  'room-video': 'room',
  'room-audio': 'room',
  'coach-voice': 'coach',
};

const FROM_CHECK_IN: readonly Phase[] = ['check-in', 'coding', 'coding-paused', 'coaching', 'feedback'];

/** The recorder's rows of the audience table: the phases in which a track may be recorded. Rule RCD1. */
export const RECORDED_IN: { readonly [T in RecordedTrack]: readonly Phase[] } = {
  'room-video': FROM_CHECK_IN,
  'room-audio': FROM_CHECK_IN,
  'coach-voice': ['check-in', 'coding-paused', 'coaching', 'feedback'],
};

/** Everything that decides what is recorded at a moment. */
export type RecordingView<Id extends string = string> = {
  readonly phase: Phase;
  readonly held: boolean;
  /** The tracks that the consents in the log allow; the coach's track by the person who gave the consent. */
  readonly consents: {
    readonly 'room-video': boolean;
    readonly 'room-audio': boolean;
    readonly 'coach-voice': ReadonlySet<Id>;
  };
  readonly people: readonly { readonly participantId: Id; readonly part: Part; readonly present: boolean }[];
};

/** What one recorder should record now: these sources of one person, in one file. */
export type RecordingWish<Id extends string = string> = {
  readonly recorder: RecorderName;
  readonly from: Id;
  readonly sources: readonly { readonly source: Source; readonly track: RecordedTrack }[];
};

const ROOM_SOURCES = [
  { source: 'camera', track: 'room-video' },
  { source: 'room-microphone', track: 'room-audio' },
] as const;

/** Whether a track may be recorded in this phase. Rule RCD1. */
export function isRecordedIn(track: RecordedTrack, phase: Phase): boolean {
  return RECORDED_IN[track].includes(phase);
}

/** Whether the standing consents allow this person's track to be recorded. Rule RCD2. */
export function hasConsentFor<Id extends string>(
  { consents }: Pick<RecordingView<Id>, 'consents'>,
  track: RecordedTrack,
  from: Id,
): boolean {
  return track === 'coach-voice' ? consents[track].has(from) : consents[track];
}

/** What should be recorded now; a source without consent is left out. Rules RCD1, RCD2. */
export function recordingWishes<Id extends string>(
  view: RecordingView<Id>,
  sendings: readonly { readonly from: Id; readonly source: Source }[],
): readonly RecordingWish<Id>[] {
  if (view.held) return [];
  const sends = (from: Id, source: Source) => sendings.some((one) => one.from === from && one.source === source);
  const allowed = (track: RecordedTrack, from: Id) =>
    isRecordedIn(track, view.phase) && hasConsentFor(view, track, from);

  return view.people
    .filter(({ present }) => present)
    .flatMap(({ participantId: from, part }): RecordingWish<Id>[] => {
      if (part === 'room' || part === 'combined') {
        const sources = ROOM_SOURCES.filter(({ source, track }) => allowed(track, from) && sends(from, source));
        return sources.length === 0 ? [] : [{ recorder: 'room', from, sources }];
      }
      if (part !== 'lead' || !allowed('coach-voice', from) || !sends(from, 'voice')) return [];
      return [{ recorder: 'coach', from, sources: [{ source: 'voice', track: 'coach-voice' }] }];
    });
}
