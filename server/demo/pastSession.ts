import { randomUUID } from 'node:crypto';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import type { Caregiver, Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, NoteId, ParticipantId, WindowId } from '#shared/protocol/ids.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { codesInOrder, type Counts } from './codesInOrder.ts';

/** One caregiver's turn: five minutes of coding, then coaching. */
export type Turn = { readonly caregiver: Caregiver; readonly coded: Counts; readonly coached: Counts };

type Step = { readonly at: number; readonly draft: FactDraft };

const WINDOW_MS = PCIT.phases[0].windowMs;
const MINUTE_MS = 60_000;
const CHECK_IN_MS = 4 * MINUTE_MS;
const COACHING_MS = 12 * MINUTE_MS;
const FEEDBACK_MS = 5 * MINUTE_MS;
/** What a coder on a good connection hears is about this old, and a press takes this long to reach the server. */
const HEARD_DELAY_MS = 180;
const PRESS_TO_LOG_MS = 40;

/** The log of a session that went as sessions should, in the order that the session machine accepts. */
export function pastSession(session: SessionRecord, turns: readonly Turn[], note: string): readonly Fact[] {
  const steps = [...opening(session), ...play(session, turns), ...ending(session, turns, note)];
  return steps.map(({ at, draft }, index) => ({ ...draft, at, seq: index + 1 }));
}

function opening(session: SessionRecord): Step[] {
  const { sessionId, programme, programmeVersion, familyName, lead, leadName, startsAt } = session;
  const caregivers = [...session.caregivers];
  const device = deviceOf(session);
  const wearer = caregivers[0]?.caregiverId ?? null;
  const opened = { sessionId, programme, programmeVersion, familyName, caregivers, lead, leadName };
  const drafts: FactDraft[] = [
    { type: 'session.opened', by: 'server', startedAt: startsAt.toISOString(), ...opened },
    joined(lead, leadName, 'therapist'),
    { type: 'waiting.opened', by: lead },
    { ...joined(device, `${familyName} device`, 'caregiver'), device: 'combined', wearer },
    {
      type: 'ear-check.finished',
      by: device,
      participantId: device,
      heardByCaregiver: true,
      leak: 'none',
      passed: true,
    },
    { type: 'device.admitted', by: lead, participantId: device },
    { type: 'check-in.started', by: lead },
  ];
  return drafts.map((draft, index) => ({ at: index * 15_000, draft }));
}

function joined(participantId: ParticipantId, name: string, role: 'therapist' | 'caregiver') {
  return {
    type: 'participant.joined' as const,
    by: 'server' as const,
    participantId,
    name,
    role,
    device: null,
    wearer: null,
  };
}

/** No real device ever joined a past session: this names one for each. */
function deviceOf({ sessionId }: SessionRecord): ParticipantId {
  return ParticipantId.parse(`device-${sessionId}`);
}

function startOf(turn: number): number {
  return 2 * MINUTE_MS + CHECK_IN_MS + turn * (WINDOW_MS + COACHING_MS);
}

function play(session: SessionRecord, turns: readonly Turn[]): Step[] {
  return turns.flatMap((turn, index) => playTurn(session, turn, startOf(index)));
}

function playTurn({ lead }: SessionRecord, { caregiver, coded, coached }: Turn, from: number): Step[] {
  const { caregiverId } = caregiver;
  const windowId = WindowId.parse(randomUUID());
  const end = from + WINDOW_MS;
  const code = (counts: Counts, start: number, lengthMs: number): Step[] =>
    codesInOrder(counts, start).map((given, index, all) => {
      const at = start + Math.round(((index + 1) * lengthMs) / (all.length + 1));
      const heardAt = at - PRESS_TO_LOG_MS - HEARD_DELAY_MS;
      const codeId = CodeId.parse(randomUUID());
      const pressedAt = at - PRESS_TO_LOG_MS;
      return { at, draft: { type: 'code.recorded', by: lead, codeId, code: given, caregiverId, heardAt, pressedAt } };
    });
  return [
    {
      at: from,
      draft: { type: 'coding.started', by: lead, windowId, kind: 'cdi', caregiverId, lengthMs: WINDOW_MS },
    },
    ...code(coded, from, WINDOW_MS),
    { at: end, draft: { type: 'coding.finished', by: 'server', windowId, complete: true } },
    ...code(coached, end, COACHING_MS),
  ];
}

function ending(session: SessionRecord, turns: readonly Turn[], text: string): Step[] {
  const { lead } = session;
  const feedback = startOf(turns.length);
  const closed = feedback + FEEDBACK_MS;
  const gone = [lead, deviceOf(session)].map((participantId): Step => ({
    at: closed,
    draft: { type: 'participant.left', by: 'server', participantId, why: 'left' },
  }));
  return [
    { at: feedback, draft: { type: 'feedback.started', by: lead } },
    { at: closed, draft: { type: 'note.written', by: lead, noteId: NoteId.parse(randomUUID()), text } },
    { at: closed, draft: { type: 'session.closed', by: lead } },
    ...gone,
  ];
}
