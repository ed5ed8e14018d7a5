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
  const { run, isBusy, hasFailed, refusal } = useAsk();
  const consents = familyConsents(session.recording);
  /** Whose answer a press is when nobody was asked who presses. */
  const speaker = wearer?.caregiverId ?? caregivers[0]?.caregiverId ?? null;

  /** Refuses these tracks immediately. Resolves to whether all refusals got through. */
  const withdraw = async (tracks: readonly FamilyTrack[], who: CaregiverId | null = speaker): Promise<boolean> => {
    for (const track of tracks) {
      if ((await run(() => live.ask('consent:withdraw', { track, saidBy: who }))) === undefined) return false;
    }
    return true;
  };

  /** Agrees. Resolves to whether it got through. */
  const give = async (track: FamilyTrack, saidBy: CaregiverId | null, purposes: readonly RecordingPurpose[]) =>
    (await run(() => live.ask('consent:give', { track, saidBy, purposes: [...purposes] }))) !== undefined;

  return { consents, caregivers, speaker, give, withdraw, isBusy, hasFailed, refusal };
}
