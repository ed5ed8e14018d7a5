import type { LiveView } from '#client/api/liveView.ts';
import type { MediaStanding } from '#client/media/mediaStanding.ts';
import type { Quality } from '#shared/protocol/contract.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { lostSenses } from '#shared/session/sight/sightState.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { standingOf } from './connectionWords.ts';

/** What the connection text depends on. */
export type LinkScene = {
  readonly connection: LiveView['connection'];
  readonly media: MediaStanding;
  readonly quality: Quality | undefined;
  readonly self: ParticipantId | undefined;
  readonly session: Pick<SessionState, 'lead' | 'phase' | 'sight'>;
};

/**
 * What the status line says about the connection. For a lead coach who does not see or hear the room, it never says
 * that all is well: `blind`. What an observer receives is not measured. Rule WIN4.
 */
export function linkStatement({ connection, media, quality, self, session }: LinkScene) {
  if (connection !== 'live') return connection;
  if (media !== 'connected') return `media.${media}` as const;
  const isLead = self !== undefined && self === session.lead;
  if (isLead && session.phase !== 'closed' && lostSenses(session).length > 0) return 'blind';
  const standing = standingOf(quality);
  return standing === 'unknown' ? 'media.connected' : standing;
}
