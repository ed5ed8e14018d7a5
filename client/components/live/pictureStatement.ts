import type { LiveView } from '#client/api/liveView.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { isMissingInRecording, sightOf } from '#shared/session/sight/sightState.ts';
import type { QuietSession } from './quietView.ts';

export type PictureScene = {
  readonly connection: LiveView['connection'];
  readonly cutOffSince: number | undefined;
  readonly session: Pick<QuietSession, 'lead' | 'sight'>;
  readonly self: ParticipantId | undefined;
};

/** What a picture of the room is said to be; `since` in session time, ms. */
export type PictureStatement = { readonly is: 'now' } | { readonly is: 'old'; readonly since: number };

/**
 * Whether a picture on the screen is of now. What was measured is the lead coach’s picture: whoever else watches may well see
 * the room, unless nothing of it is sent.
 */
export function pictureStatement({ connection, cutOffSince, session, self }: PictureScene): PictureStatement {
  const { picture } = sightOf(session);
  const isLead = self !== undefined && self === session.lead;
  if (picture.is === 'lost' && (isLead || isMissingInRecording(picture.why)))
    return { is: 'old', since: picture.since };
  if (connection === 'lost') return { is: 'old', since: cutOffSince ?? 0 };
  return { is: 'now' };
}
