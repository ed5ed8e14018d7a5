import { type CommandName, mayDo, PERMISSIONS } from '#shared/domain/permissions.ts';
import { commands, MAX_MESSAGE_BYTES, type ParsedInputOf, PRESSES } from '#shared/protocol/contract.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { partOf, type SessionState } from '#shared/session/sessionState.ts';
import { createTokenBuckets } from '#server/network/tokenBuckets.ts';
import type { Caller } from './caller.ts';
import { PERSON_RATE, rateOf } from './rates.ts';
import { z } from 'zod';

/** Counts each person's commands over all their connections. */
export type Meter = { readonly allows: (who: ParticipantId, command: CommandName) => boolean };

export function createMeter(now: () => number): Meter {
  const { take } = createTokenBuckets(now);
  return { allows: (who, command) => take(who, PERSON_RATE) && take(`${who} ${command}`, rateOf(command)) };
}

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(PERMISSIONS, name);
}

/** Whether this command is a press, which its client keeps until it is answered and may send again. */
export function isPress(name: string): boolean {
  const names: readonly string[] = PRESSES;
  return names.includes(name);
}

function hasJoined({ room, participantId }: Caller): boolean {
  return room.following.has(participantId) && room.actor.state().participants[participantId]?.present === true;
}

/** The parsed input, or a refusal by rate, size or shape. */
export function readInput<N extends CommandName>(
  name: N,
  raw: unknown,
  caller: Caller,
  meter: Meter,
): Reply<ParsedInputOf<N>> {
  if (!meter.allows(caller.participantId, name))
    return fail('too-often', 'Too many requests at once. Please wait a moment.');
  if (sizeOf(raw) > MAX_MESSAGE_BYTES) return fail('too-large', 'That message is too large.');

  const parsed = commands[name].input.safeParse(raw);
  if (!parsed.success) return fail('invalid', z.prettifyError(parsed.error).slice(0, 500));
  return ok(parsed.data as ParsedInputOf<N>);
}

/** Whether the caller may send this command now. Rule PER1. */
export function permit(name: CommandName, caller: Caller): Reply<null> {
  const state = caller.room.actor.state();
  if (caller.handsIn) {
    if (!isPress(name)) return fail('not-allowed', 'This page can only send codes that were pressed in it.');
  } else if (name !== 'session:join' && name !== 'clock:read' && !hasJoined(caller)) {
    return fail('not-joined', 'Join the session first.');
  }
  if (!mayDo(caller.role, partInRoom(state, caller), name)) return fail('not-allowed', 'You can’t do that here.');
  return ok(null);
}

/** The caller's part, also before they have joined. */
function partInRoom(state: SessionState, { participantId, device }: Caller) {
  const part = partOf(state, participantId);
  if (part !== undefined) return part;
  if (device !== undefined) return 'knocking';
  return state.lead === participantId ? 'lead' : 'observer';
}

/** In bytes, as JSON. A message without an input has size 0. */
export function sizeOf(raw: unknown): number {
  return raw === undefined ? 0 : Buffer.byteLength(JSON.stringify(raw));
}
