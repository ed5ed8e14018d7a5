import type { LiveView } from '#client/api/liveView.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { padStatement } from './padStatement.ts';
import type { QuietSession } from './quietView.ts';

type BandScene = {
  readonly connection: LiveView['connection'];
  readonly trouble: LiveView['trouble'];
  readonly session: Pick<QuietSession, 'lead' | 'phase' | 'windows'>;
  readonly self: ParticipantId | undefined;
};

type BandStatement = {
  readonly is: 'lost' | 'cannotSave';
  /** Whether codes pressed now count, or fall outside because the window's clock is stopped. Rule WIN4. */
  readonly codes: 'keepCoding' | 'outside' | undefined;
};

/** Says that the connection is lost or the server cannot save, and what happens to codes. Undefined if all is well. */
export function bandStatement({ connection, trouble, session, self }: BandScene): BandStatement | undefined {
  const is = trouble === 'cannot-save' ? 'cannotSave' : connection === 'lost' ? 'lost' : undefined;
  if (is === undefined) return undefined;
  const isKnown = connection !== 'lost' || self === session.lead;
  const isOutside = isKnown && padStatement(session) === 'outside';
  const isCoded = session.phase === 'coding' || session.phase === 'coaching';
  return { is, codes: isOutside ? 'outside' : isCoded ? 'keepCoding' : undefined };
}
