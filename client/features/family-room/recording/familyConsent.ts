import { type Consent, consentsTo, type RecordingState } from '#shared/session/recording/recordingState.ts';

/** What a family can agree to. The coach's voice needs the coach's own consent. Rule RCD2. */
export const FAMILY_TRACKS = ['room-video', 'room-audio'] as const;
export type FamilyTrack = (typeof FAMILY_TRACKS)[number];

export type FamilyConsent = Consent & { readonly track: FamilyTrack };

/** What the family has agreed to, where nobody refused. */
export function familyConsents(recording: Pick<RecordingState, 'consents' | 'refusals'>): readonly FamilyConsent[] {
  return FAMILY_TRACKS.flatMap((track) => consentsTo(recording, track).map((consent) => ({ ...consent, track })));
}

/** Whether the family was never asked or has not answered everything. */
export function isUnanswered({ consents, refusals }: Pick<RecordingState, 'consents' | 'refusals'>): boolean {
  const answers = [...consents, ...refusals];
  return !FAMILY_TRACKS.every((track) => answers.some((answer) => answer.track === track));
}
