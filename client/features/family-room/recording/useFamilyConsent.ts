import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { useFamilyView, useLiveView, useRunning } from '../FamilyContext.tsx';
import { useAsk } from '../useAsk.ts';
import { familyConsents, type FamilyTrack } from './familyConsent.ts';

/** What the family has agreed to, and how it says yes or no. Nothing here changes anything but through the log. */
export function useFamilyConsent() {
  const { live } = useRunning();
  const { session } = useLiveView();
  const { caregivers, wearer } = useFamilyView();
  const { run, isBusy, hasFailed } = useAsk();
  const consents = familyConsents(session.recording);

  /** Says no to these tracks at once. Resolves to whether all of it got through. */
  const withdraw = async (tracks: readonly FamilyTrack[], who?: CaregiverId): Promise<boolean> => {
    const speaker = who ?? wearer?.caregiverId ?? caregivers[0]?.caregiverId ?? null;
    for (const track of tracks) {
      if ((await run(() => live.ask('consent:withdraw', { track, saidBy: speaker }))) === undefined) return false;
    }
    return true;
  };

  /** Says yes. Resolves to whether it got through. */
  const give = async (track: FamilyTrack, saidBy: CaregiverId | null, purposes: readonly RecordingPurpose[]) =>
    (await run(() => live.ask('consent:give', { track, saidBy, purposes: [...purposes] }))) !== undefined;

  return { consents, caregivers, give, withdraw, isBusy, hasFailed };
}
