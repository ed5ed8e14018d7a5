import type { LiveView } from '#client/api/liveView.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { isMissingInRecording, sightOf } from '#shared/session/sight/sightState.ts';
import type { QuietSession } from './quietView.ts';

type PictureScene = {
  readonly connection: LiveView['connection'];
  readonly cutOffSince: number | undefined;
  readonly session: Pick<QuietSession, 'lead' | 'participants' | 'sight'>;
  readonly self: ParticipantId | undefined;
  readonly from: ParticipantId;
  /** Since when this page has shown no new picture of it, if the picture is frozen. */
  readonly stillSince: number | undefined;
};

/** Whether a picture is current. `since` is session time in ms. */
export type PictureStatement = { readonly is: 'now' } | { readonly is: 'old'; readonly since: number };

/**
 * Whether a picture on the screen is current: by its own device's report, by the arriving pictures, and by the lead
 * coach’s sight of the room, which is the lead’s own unless the room sends nothing. The room is seen while at least one
 * picture is current. Rule WIN4.
 */
export function pictureStatement(scene: PictureScene): PictureStatement {
  const { connection, cutOffSince, session, self, from, stillSince } = scene;
  const { picture } = sightOf(session);
  const isLead = self !== undefined && self === session.lead;
  const capture = session.participants[from]?.capture;
  if (capture && capture.camera !== 'works') return { is: 'old', since: capture.since.camera };
  if (picture.is === 'lost' && (isLead || isMissingInRecording(picture.why)))
    return { is: 'old', since: picture.since };
  if (connection === 'lost') return { is: 'old', since: cutOffSince ?? 0 };
  return stillSince === undefined ? { is: 'now' } : { is: 'old', since: stillSince };
}
