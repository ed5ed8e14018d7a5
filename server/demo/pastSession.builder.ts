import type { Fact } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { pastSession } from './pastSession.ts';

/**
 * The log of a session that the first caregiver played in, with a device of theirs that was let in, or that came and
 * never was, or was sent away again.
 */
export function aSessionWith(
  session: SessionRecord,
  device: ParticipantId,
  became: 'let in' | 'left knocking' | 'turned away' = 'let in',
): readonly Fact[] {
  const caregiver = session.caregivers[0];
  if (caregiver === undefined) throw new Error('A family has a caregiver.');
  const coded = { LP: 6, BD: 7, RF: 5, UP: 3, QU: 4, DC: 2, TA: 12 };
  const turns = [{ caregiver, kind: 'cdi', coded, coached: { LP: 3, TA: 5 } }];
  const facts = pastSession(session, turns, 'A good evening.').flatMap((fact): readonly Fact[] => {
    const own =
      'participantId' in fact && fact.participantId !== session.lead ? { ...fact, participantId: device } : fact;
    if (own.type !== 'device.admitted' || became === 'let in') return [own];
    return became === 'left knocking' ? [] : [{ ...own, type: 'device.turned-away' }];
  });
  return facts.map((fact, index) => ({ ...fact, seq: index + 1 }));
}
