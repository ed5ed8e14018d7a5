import type { Source, Track } from '../audience.ts';
import type { Part } from '../people.ts';
import type { Phase } from '../phase.ts';

/** What a recording may hold, each with a consent of its own. The supervisor's voice is not among them. Rule RCD1. */
export const RECORDED_TRACKS = ['room-video', 'room-audio', 'coach-voice'] as const satisfies readonly Track[];
export type RecordedTrack = (typeof RECORDED_TRACKS)[number];

/** What a recording is for, as those who agree to it are asked. */
export const RECORDING_PURPOSES = ['treatment', 'supervision', 'training', 'research'] as const;
export type RecordingPurpose = (typeof RECORDING_PURPOSES)[number];

/** A recorder writes one file at a time: the room's picture and sound together, the coach's voice alone. */
export const RECORDERS = ['room', 'coach'] as const;
export type RecorderName = (typeof RECORDERS)[number];

export const RECORDER_OF: { readonly [T in RecordedTrack]: RecorderName } = {
  'room-video': 'room',
  'room-audio': 'room',
  'coach-voice': 'coach',
};

const FROM_CHECK_IN: readonly Phase[] = ['check-in', 'coding', 'coding-paused', 'coaching', 'feedback'];

/** The recorder's rows of the table of audiences: in which phases a track may be recorded at all. Rule RCD1. */
export const RECORDED_IN: { readonly [T in RecordedTrack]: readonly Phase[] } = {
  'room-video': FROM_CHECK_IN,
  'room-audio': FROM_CHECK_IN,
  'coach-voice': ['check-in', 'coding-paused', 'coaching', 'feedback'],
};

/** All that decides what is recorded at a moment. */
export type RecordingView<Id extends string = string> = {
  readonly phase: Phase;
  /** Whether the lead coach holds the recording. */
  readonly held: boolean;
  /** The tracks that may be recorded by the consents of the log; the coach's by who gave it. */
  readonly consents: {
    readonly 'room-video': boolean;
    readonly 'room-audio': boolean;
    readonly 'coach-voice': ReadonlySet<Id>;
  };
  readonly people: readonly { readonly participantId: Id; readonly part: Part; readonly present: boolean }[];
};

/** What one recorder should be recording now: these sources of this one person, in one file. */
export type RecordingWish<Id extends string = string> = {
  readonly recorder: RecorderName;
  readonly from: Id;
  readonly sources: readonly { readonly source: Source; readonly track: RecordedTrack }[];
};

const ROOM_SOURCES = [
  { source: 'camera', track: 'room-video' },
  { source: 'room-microphone', track: 'room-audio' },
] as const;

/** Whether a track may be recorded in a phase at all. Rule RCD1. */
export function isRecordedIn(track: RecordedTrack, phase: Phase): boolean {
  return RECORDED_IN[track].includes(phase);
}

/** Whether the consents that stand let a track of this person be recorded. Rule RCD2. */
export function hasConsentFor<Id extends string>(
  { consents }: Pick<RecordingView<Id>, 'consents'>,
  track: RecordedTrack,
  from: Id,
): boolean {
  return track === 'coach-voice' ? consents[track].has(from) : consents[track];
}

/** What should be recorded now, of what is being sent. Whatever lacks a consent is not in it. Rules RCD1, RCD2. */
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
