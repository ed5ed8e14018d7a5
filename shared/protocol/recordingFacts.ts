import { z } from 'zod';
import { RECORDED_TRACKS, RECORDERS, RECORDING_PURPOSES } from '#shared/domain/recording/recordedTracks.ts';
import { draft, SessionTime } from './factDraft.ts';
import { CaregiverId, ParticipantId, TakeId } from './ids.ts';

const track = z.enum(RECORDED_TRACKS);

/** Why a file of a recording ended. Rule RCD3. */
const PART_ENDS = [
  /** The session or its phase no longer records this. */
  'over',
  'consent-withdrawn',
  'held',
  /** The recorded person is gone, or sends something else now. */
  'sender-changed',
  'recorder-died',
  'worker-died',
  'server-restart',
  'disk-full',
  'failed',
] as const;

const RECORDING_OBSTACLES = ['no-recorder', 'disk-full', 'failed'] as const;

/** What happens to the recording of a session, and who consented to it. Rules RCD. */
export const recordingFacts = [
  /** `saidBy`: the caregiver who consented for the family; null for the coach's own consent. */
  draft('consent.given', {
    track,
    saidBy: CaregiverId.nullable(),
    how: z.enum(['on-device', 'spoken']),
    purposes: z.array(z.enum(RECORDING_PURPOSES)).min(1).max(4),
  }),
  draft('consent.withdrawn', { track, saidBy: CaregiverId.nullable() }),
  draft('recording.held', {}),
  draft('recording.released', {}),
  draft('recording.started', {
    partId: TakeId,
    recorder: z.enum(RECORDERS),
    participantId: ParticipantId,
    tracks: z.array(track).min(1),
  }),
  /** `lastSeenAt`: when it was last known to run, if that is before this fact: the server was down in between. */
  draft('recording.stopped', { partId: TakeId, why: z.enum(PART_ENDS), lastSeenAt: SessionTime.optional() }),
  draft('recording.prevented', { why: z.enum(RECORDING_OBSTACLES) }),
  draft('recording.possible', {}),
] as const;
