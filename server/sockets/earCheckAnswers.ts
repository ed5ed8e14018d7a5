import { randomUUID } from 'node:crypto';
import { judgeEarCheck, judgeLeak, type Leak, worseLeak } from '#shared/domain/earCheck.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { partOf } from '#shared/session/sessionState.ts';
import { dropEarCheck } from '#server/sessions/sessionRoom.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';

/** A tone above the pitches that voices hold, and within what small earphones can play, in Hz; and how long it sounds, in ms. */
const TONE_HZ = 4_000;
const TONE_MS = 1_500;

type EarCheckCommand =
  'ear-check:start' | 'ear-check:listened' | 'ear-check:confirm' | 'ear-check:devices-changed' | 'ear-check:override';

/** The ear check: a tone to the ear, the room's microphones listening for it, and the caregiver's word. Rule EAR1. */
export function earCheckAnswers({ participantId, room }: Caller): AnswersTo<EarCheckCommand> {
  const { actor, earChecks, connections } = room;

  return {
    'ear-check:start': () => {
      dropEarCheck(room, participantId);
      const checkId = randomUUID();
      earChecks.set(checkId, { participantId, leak: 'not-measured' });
      const tone = { checkId, toneHz: TONE_HZ, toneMs: TONE_MS };
      for (const connection of connections.values()) {
        const part = partOf(actor.state(), connection.participantId);
        if (part === 'room' || part === 'combined') connection.notify('ear-check:listen', tone);
      }
      return ok(tone);
    },

    'ear-check:listened': ({ checkId, toneAboveRoomDb }) => {
      const check = earChecks.get(checkId);
      if (check === undefined) return fail('not-found', 'That ear check is over.');
      const leak: Leak = worseLeak(check.leak, judgeLeak(toneAboveRoomDb ?? undefined));
      earChecks.set(checkId, { ...check, leak });
      return ok(null);
    },

    'ear-check:confirm': async ({ checkId, heardByCaregiver }) => {
      const check = earChecks.get(checkId);
      if (check?.participantId !== participantId)
        return fail('not-found', 'That ear check is over. Please start again.');
      earChecks.delete(checkId);
      const result = judgeEarCheck(heardByCaregiver, check.leak);
      const written = await actor.apply(() =>
        ok([{ type: 'ear-check.finished', by: participantId, participantId, ...result }]),
      );
      return written.ok ? ok({ passed: result.passed, leak: result.leak }) : written;
    },

    'ear-check:devices-changed': () => {
      dropEarCheck(room, participantId);
      return actor.apply((state) =>
        ok(
          state.participants[participantId]?.earCheck.is === 'needed'
            ? []
            : [{ type: 'ear-check.voided', by: participantId, participantId, why: 'devices-changed' }],
        ),
      );
    },

    'ear-check:override': ({ participantId: whose, reason }) =>
      actor.apply(() => ok([{ type: 'ear-check.overridden', by: participantId, participantId: whose, reason }])),
  };
}
