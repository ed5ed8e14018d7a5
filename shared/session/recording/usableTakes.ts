import type { Consented } from '#shared/domain/consent/consentTo.ts';
import type { RecordedTrack, RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { TakeId } from '#shared/protocol/ids.ts';
import { consentsTo, isWithdrawn, purposesOfAll, type RecordedSpan, type RecordingState } from './recordingState.ts';

/** A take whose consent was not withdrawn later, and the purposes that everyone in it agreed to in the session. */
export type TakeUse = {
  readonly partId: TakeId;
  readonly isOfRoom: boolean;
  readonly purposes: readonly RecordingPurpose[];
};

export function takeUses(recording: RecordingState): readonly TakeUse[] {
  return recording.spans
    .filter((span) => !isWithdrawn(recording, span))
    .map((span) => useOf(recording, span, span.tracks));
}

function useOf(recording: RecordingState, span: RecordedSpan, tracks: readonly RecordedTrack[]): TakeUse {
  const { partId, recorder, participantId } = span;
  const consents = tracks.map((track) => consentsTo(recording, track, participantId));
  return { partId, isOfRoom: recorder === 'room', purposes: purposesOfAll(consents) };
}

/** What a family says now: about being recorded, and about the use. */
export type FamilySays = { readonly recording: Consented; readonly use: Consented };

/**
 * Whether a take may be watched. Treatment needs nothing but that nobody is against the recording. Any other use needs
 * its purpose, given in the session or since. Rule CNS4.
 */
export function isUsable(take: TakeUse, use: RecordingPurpose, says: FamilySays): boolean {
  if (use === 'treatment') return !take.isOfRoom || says.recording !== 'against';
  return isAllowed(take, use, says);
}

function isAllowed({ isOfRoom, purposes }: TakeUse, use: RecordingPurpose, says: FamilySays): boolean {
  if (!isOfRoom) return purposes.includes(use);
  if (says.recording === 'against' || says.use === 'against') return false;
  return purposes.includes(use) || (use !== 'treatment' && says.use === 'agreed');
}

/** Whether a track of a take may leave the clinic for a purpose: only with consent to it. Rules RCD8, CNS4. */
export function isExportable(
  { partId, track }: { readonly partId: TakeId; readonly track: RecordedTrack },
  recording: RecordingState,
  use: RecordingPurpose,
  says: FamilySays,
): boolean {
  const span = recording.spans.find((one) => one.partId === partId);
  return span !== undefined && isAllowed(useOf(recording, span, [track]), use, says);
}
