import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { TrackOfPart } from '#shared/session/recording/recordingFile.ts';
import { isExportable } from '#shared/session/recording/usableTakes.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { ConsentDesk } from '#server/consents/consentDesk.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

export type ConsentPorts = { readonly consents: Pick<ConsentDesk, 'says'> };

/** Says of each track of a recording whether it may leave the clinic for a purpose, by its consents now. Rule CNS4. */
export async function mayLeave(
  { consents }: ConsentPorts,
  session: Pick<SessionRecord, 'familyId' | 'caregivers'>,
  { recording }: Pick<SessionState, 'recording'>,
  purpose: RecordingPurpose,
): Promise<(part: TrackOfPart) => boolean> {
  const says = await consents.says(purpose, session);
  return (part) => isExportable(part, recording, purpose, says);
}
