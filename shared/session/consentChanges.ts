import { type ConsentTable, consentTo } from '#shared/domain/consent/consentTo.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { SessionState } from './sessionState.ts';

/**
 * What follows in a session from a family's consents: without consent to live sessions it ends once it has begun, and
 * who said no to being recorded has no consent in it anymore. Rule CNS4.
 */
export function consentChanges(
  { phase, caregivers, recording }: SessionState,
  table: ConsentTable,
  today: string,
): readonly FactDraft[] {
  if (phase === 'closed') return [];
  const hasBegun = phase !== 'preparing' && phase !== 'waiting';
  const ids = caregivers.map(({ caregiverId }) => caregiverId);
  if (hasBegun && consentTo('live', ids, table, today) === 'against') {
    return [{ type: 'session.closed', by: 'server', inSequence: true }];
  }
  return recording.consents.flatMap(({ track, saidBy }): FactDraft[] => {
    if (saidBy === null || consentTo('record-room', [saidBy], table, today) !== 'against') return [];
    return [{ type: 'consent.withdrawn', by: 'server', track, saidBy }];
  });
}
