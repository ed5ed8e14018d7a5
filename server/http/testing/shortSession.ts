import { randomUUID } from 'node:crypto';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, type WindowId } from '#shared/protocol/ids.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

/** A session with one praise in one window, up to its feedback. */
export function shortSession(
  { lead, caregivers }: SessionRecord,
  windowId: WindowId,
  codeId = CodeId.parse(randomUUID()),
): FactDraft[] {
  const caregiverId = caregivers[0]?.caregiverId;
  if (caregiverId === undefined) throw new Error('A family has a caregiver.');
  const joined = { participantId: lead, name: 'Noor', role: 'therapist', device: null, wearer: null } as const;
  return [
    { type: 'participant.joined', by: 'server', ...joined },
    { type: 'waiting.opened', by: lead },
    { type: 'check-in.started', by: lead },
    { type: 'coding.started', by: lead, windowId, kind: 'cdi', caregiverId, lengthMs: 300_000 },
    { type: 'code.recorded', by: lead, codeId, code: 'LP', caregiverId, heardAt: 0, pressedAt: 0 },
    { type: 'coding.finished', by: lead, windowId, complete: false },
    { type: 'feedback.started', by: lead },
  ];
}
