import type { Fact } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { pastSession } from '../pastSession.ts';

/**
 * The log of a session that the first caregiver played in. One of their devices was let in, was left waiting, or was
 * sent away again.
 */
export function aSessionWith(
  session: SessionRecord,
  device: ParticipantId,
  became: 'let in' | 'left knocking' | 'turned away' = 'let in',
): readonly Fact[] {
  const caregiver = session.caregivers[0];
  if (caregiver === undefined) throw new Error('A family has a caregiver.');
  const coded = { LP: 6, BD: 7, RF: 5, UP: 3, QU: 4, DC: 2, TA: 12 };
  const turns = [{ caregiver, kind: 'cdi', coded, coached: { LP: 3, TA: 5 }, film: undefined }];
  const facts = pastSession(session, turns, { note: 'A good evening.' }).flatMap((fact): readonly Fact[] => {
    const own =
      'participantId' in fact && fact.participantId !== session.lead ? { ...fact, participantId: device } : fact;
    if (own.type !== 'device.admitted' || became === 'let in') return [own];
    return became === 'left knocking' ? [] : [{ ...own, type: 'device.turned-away' }];
  });
  return facts.map((fact, index) => ({ ...fact, seq: index + 1 }));
}

/** The same log, but the device had knocked for a while on the evening before the lead coach came. Rule SES9. */
export function knockedBefore(facts: readonly Fact[], device: ParticipantId, eveningMs: number): readonly Fact[] {
  const waiting = facts.findIndex(({ type }) => type === 'waiting.opened');
  const knocked = facts.flatMap((fact, index): readonly Fact[] => {
    const at = index <= waiting ? 0 : fact.at;
    if (fact.type === 'waiting.opened') return [{ ...fact, at, startedAt: startedAt(facts, 0) }];
    if (fact.type !== 'session.opened') return [{ ...fact, at }];
    const came = facts.filter((one) => one.type === 'participant.joined' && one.participantId === device);
    return [
      { ...fact, startedAt: startedAt(facts, -eveningMs) },
      ...came.map((one) => ({ ...one, at })),
      { type: 'participant.left', by: 'server', participantId: device, why: 'connection', at, seq: 0 },
    ];
  });
  return knocked.map((fact, index) => ({ ...fact, seq: index + 1 }));
}

function startedAt([opened]: readonly Fact[], laterMs: number): string {
  if (opened?.type !== 'session.opened') throw new Error('A log begins with session.opened.');
  return new Date(Date.parse(opened.startedAt) + laterMs).toISOString();
}
