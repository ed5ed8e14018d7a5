import type { CaregiverId, ParticipantId, TakeId } from '#shared/protocol/ids.ts';
import type { Step } from './step.ts';

/** A recording begins this long before its window, because its film does. In ms. */
export const RECORDED_BEFORE_MS = 2_000;
const TRACKS = ['room-video', 'room-audio'] as const;

/** The caregiver agrees on their device, and the room is recorded. */
export function recordingBegins(
  partId: TakeId,
  device: ParticipantId,
  saidBy: CaregiverId,
  at: number,
): readonly Step[] {
  const agreed = TRACKS.map((track): Step => {
    const purposes = ['treatment' as const, 'supervision' as const];
    return { at, draft: { type: 'consent.given', by: device, track, saidBy, how: 'on-device', purposes } };
  });
  const tracks = [...TRACKS];
  return [
    ...agreed,
    { at, draft: { type: 'recording.started', by: 'server', partId, recorder: 'room', participantId: device, tracks } },
  ];
}

/** The coach pauses the recording, because only the window is recorded. */
export function recordingEnds(lead: ParticipantId, partId: TakeId, at: number): readonly Step[] {
  return [
    { at, draft: { type: 'recording.held', by: lead } },
    { at, draft: { type: 'recording.stopped', by: 'server', partId, why: 'held' } },
  ];
}
