import type { RecordedTrack, RecorderName } from '#shared/domain/recording/recordedTracks.ts';
import type { FactDraft, FactOf } from '#shared/protocol/facts.ts';
import { TakeId } from '#shared/protocol/ids.ts';
import { CAREGIVER_A, LEAD, PARENT } from '../../testing/aSession.ts';

const partOfRecorder = (recorder: RecorderName) =>
  TakeId.parse(`00000000-0000-4000-8000-0000000000e${recorder === 'room' ? 1 : 2}`);

/** Builders for tests: consents to a recording, and what happens to it. */
export const aRecording = {
  /** The family's device consents to one of its tracks. */
  agreed: (track: Exclude<RecordedTrack, 'coach-voice'>): FactDraft => ({
    type: 'consent.given',
    by: PARENT,
    track,
    saidBy: CAREGIVER_A,
    how: 'on-device',
    purposes: ['treatment', 'supervision'],
  }),
  coachAgreed: {
    type: 'consent.given',
    by: LEAD,
    track: 'coach-voice',
    saidBy: null,
    how: 'spoken',
    purposes: ['supervision'],
  } as FactDraft,
  withdrawn: (track: Exclude<RecordedTrack, 'coach-voice'>): FactDraft => ({
    type: 'consent.withdrawn',
    by: PARENT,
    track,
    saidBy: CAREGIVER_A,
  }),
  started: (...tracks: RecordedTrack[]): FactDraft => {
    const recorder = tracks.includes('coach-voice') ? 'coach' : 'room';
    const participantId = recorder === 'coach' ? LEAD : PARENT;
    return {
      type: 'recording.started',
      by: 'server',
      partId: partOfRecorder(recorder),
      recorder,
      participantId,
      tracks,
    };
  },
  stopped: (why: FactOf<'recording.stopped'>['why'], recorder: RecorderName = 'room'): FactDraft => ({
    type: 'recording.stopped',
    by: 'server',
    partId: partOfRecorder(recorder),
    why,
  }),
  prevented: (why: FactOf<'recording.prevented'>['why']): FactDraft => ({
    type: 'recording.prevented',
    by: 'server',
    why,
  }),
  held: { type: 'recording.held', by: LEAD } as FactDraft,
};
