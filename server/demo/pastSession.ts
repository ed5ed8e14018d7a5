import { randomUUID } from 'node:crypto';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { deviceName } from '#shared/domain/deviceName.ts';
import type { Caregiver, Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, NoteId, ParticipantId, WindowId } from '#shared/protocol/ids.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { codesInOrder, type Counts } from './codesInOrder.ts';
import type { Script } from './commandScripts.ts';
import type { Played } from './histories.ts';

/** One caregiver's turn: five minutes of coding, then coaching. */
type Turn = Played & { readonly caregiver: Caregiver; readonly kind: string };

type Step = { readonly at: number; readonly draft: FactDraft };

const WINDOW_MS = PCIT.phases[0].windowMs;
const MINUTE_MS = 60_000;
const CHECK_IN_MS = 4 * MINUTE_MS;
const COACHING_MS = 12 * MINUTE_MS;
const FEEDBACK_MS = 5 * MINUTE_MS;
/**
 * On a good connection the sound is about this old when the coder hears it, and a press takes about this long to reach
 * the server, in ms.
 */
const HEARD_DELAY_MS = 180;
const PRESS_TO_LOG_MS = 40;

/** The log of a typical session, in an order that the session machine accepts. */
export function pastSession(session: SessionRecord, turns: readonly Turn[], note: string): readonly Fact[] {
  const steps = [...opening(session), ...play(session, turns), ...ending(session, turns, note)];
  return steps.map(({ at, draft }, index) => ({ ...draft, at, seq: index + 1 }));
}

function opening(session: SessionRecord): Step[] {
  const { sessionId, program, programVersion, familyName, lead, leadName, startsAt, stage, treatmentPhase } = session;
  const caregivers = [...session.caregivers];
  const device = deviceOf(session);
  const wearer = caregivers[0]?.caregiverId ?? null;
  const opened = {
    sessionId,
    program,
    programVersion,
    familyName,
    caregivers,
    lead,
    leadName,
    stage,
    treatmentPhase,
  };
  const drafts: FactDraft[] = [
    { type: 'session.opened', by: 'server', startedAt: startsAt.toISOString(), ...opened },
    joined(lead, leadName, 'therapist'),
    { type: 'waiting.opened', by: lead },
    {
      ...joined(device, deviceName({ device: 'combined', wearer }, caregivers), 'caregiver'),
      device: 'combined',
      wearer,
    },
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

/** No real device joined a past session, so each gets an invented id. */
function deviceOf({ sessionId }: SessionRecord): ParticipantId {
  return ParticipantId.parse(`device-${sessionId}`);
}

function startOf(turn: number): number {
  return 2 * MINUTE_MS + CHECK_IN_MS + turn * (WINDOW_MS + COACHING_MS);
}

function play(session: SessionRecord, turns: readonly Turn[]): Step[] {
  return turns.flatMap((turn, index) => playTurn(session, turn, startOf(index)));
}

function playTurn({ lead }: SessionRecord, turn: Turn, from: number): Step[] {
  const { caregiver, kind, coded, coached, inOrder = [], coachedInOrder = [] } = turn;
  const { caregiverId } = caregiver;
  const windowId = WindowId.parse(randomUUID());
  const end = from + WINDOW_MS;
  const given = (code: string, at: number): Step => {
    const heardAt = at - PRESS_TO_LOG_MS - HEARD_DELAY_MS;
    const codeId = CodeId.parse(randomUUID());
    const pressedAt = at - PRESS_TO_LOG_MS;
    return { at, draft: { type: 'code.recorded', by: lead, codeId, code, caregiverId, heardAt, pressedAt } };
  };
  const play = (counts: Counts, script: Script, start: number, lengthMs: number): Step[] =>
    [
      ...mixed(counts, script, start, lengthMs),
      ...script.map(([second, code]) => ({ code, at: start + second * 1_000 })),
    ]
      .toSorted((a, b) => a.at - b.at)
      .map(({ code, at }) => given(code, at));
  return [
    { at: from, draft: { type: 'coding.started', by: lead, windowId, kind, caregiverId, lengthMs: WINDOW_MS } },
    ...play(coded, inOrder, from, WINDOW_MS),
    { at: end, draft: { type: 'coding.finished', by: 'server', windowId, complete: true } },
    ...play(coached, coachedInOrder, end, COACHING_MS),
  ];
}

/** No other code comes this long before or after a command, in ms, so that the code after it is clearly its answer. */
const AROUND_A_COMMAND_MS = 7_000;

/** Spreads the counted codes over the window. A code that would fall between a command and its end comes after it. */
function mixed(counts: Counts, script: Script, start: number, lengthMs: number) {
  const all = codesInOrder(counts, start);
  const isFree = (at: number) => {
    return script.every(([second]) => Math.abs(start + second * 1_000 - at) > AROUND_A_COMMAND_MS);
  };
  const places = Array.from({ length: Math.floor(lengthMs / 1_000) - 1 }, (_, second) => start + (second + 1) * 1_000);
  const free = script.length === 0 ? undefined : places.filter(isFree);
  return all.map((code, index) => {
    const share = (index + 1) / (all.length + 1);
    const at = free?.[Math.floor(share * free.length)] ?? start + Math.round(share * lengthMs);
    return { code, at };
  });
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
