import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { useFamilyView, useLiveView, useRunning } from '../FamilyContext.tsx';
import { useAsk } from '../useAsk.ts';
import { familyConsents, type FamilyTrack } from './familyConsent.ts';

/** What the family has agreed to, and functions to agree and refuse. Nothing changes until the log has it. */
export function useFamilyConsent() {
  const { live } = useRunning();
  const { session } = useLiveView();
  const { caregivers, wearer } = useFamilyView();
  const { run, isBusy, hasFailed } = useAsk();
  const consents = familyConsents(session.recording);

  /** Refuses these tracks immediately. Resolves to whether all refusals got through. */
  const withdraw = async (tracks: readonly FamilyTrack[], who?: CaregiverId): Promise<boolean> => {
    const speaker = who ?? wearer?.caregiverId ?? caregivers[0]?.caregiverId ?? null;
    for (const track of tracks) {
      if ((await run(() => live.ask('consent:withdraw', { track, saidBy: speaker }))) === undefined) return false;
    }
    return true;
  };

  /** Agrees. Resolves to whether it got through. */
  const give = async (track: FamilyTrack, saidBy: CaregiverId | null, purposes: readonly RecordingPurpose[]) =>
    (await run(() => live.ask('consent:give', { track, saidBy, purposes: [...purposes] }))) !== undefined;

  return { consents, caregivers, give, withdraw, isBusy, hasFailed };
}
