import type { Consent, RecordingState } from '#shared/session/recording/recordingState.ts';

/** What a family agrees to for itself; the coach's voice is the coach's own. Rule RCD2. */
export const FAMILY_TRACKS = ['room-video', 'room-audio'] as const;
export type FamilyTrack = (typeof FAMILY_TRACKS)[number];

export type FamilyConsent = Consent & { readonly track: FamilyTrack };

/** What the family has agreed to and not taken back. */
export function familyConsents({ consents }: Pick<RecordingState, 'consents'>): readonly FamilyConsent[] {
  return consents.filter((consent): consent is FamilyConsent => consent.track !== 'coach-voice');
}

/** Whether the family was never asked, or has left something unanswered. */
export function isUnanswered({ consents, refusals }: Pick<RecordingState, 'consents' | 'refusals'>): boolean {
  const answers = [...consents, ...refusals];
  return !FAMILY_TRACKS.every((track) => answers.some((answer) => answer.track === track));
}
