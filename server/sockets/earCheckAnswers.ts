import { randomUUID } from 'node:crypto';
import { judgeEarCheck, judgeLeak } from '#shared/domain/earCheck.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { partOf } from '#shared/session/sessionState.ts';
import { startEarCheck } from '#server/rooms/earCheckRun.ts';
import { dropEarCheck } from '#server/rooms/sessionRoom.ts';
import type { Time } from '#server/time/time.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';

/** In Hz: above the pitches of voices and within the range of small earphones. */
const TONE_HZ = 4_000;
const TONE_MS = 1_500;

type EarCheckCommand =
  'ear-check:start' | 'ear-check:listened' | 'ear-check:confirm' | 'ear-check:devices-changed' | 'ear-check:override';

const OVER = fail('not-found', 'That ear check is over. Please start again.');

/** The ear check: a tone to the ear, the room's microphones listening for it, and the caregiver's answer. Rule EAR1. */
export function earCheckAnswers(
  { participantId, room }: Caller,
  { callAfter }: Pick<Time, 'callAfter'>,
): AnswersTo<EarCheckCommand> {
  const { actor, earChecks, connections } = room;

  return {
    'ear-check:start': () => {
      dropEarCheck(room, participantId);
      const checkId = randomUUID();
      const microphones = [...connections.values()].filter((connection) => {
        const part = partOf(actor.state(), connection.participantId);
        return part === 'room' || part === 'combined';
      });
      const asked = microphones.map((connection) => connection.participantId);
      earChecks.set(checkId, startEarCheck(participantId, asked, callAfter));
      const tone = { checkId, toneHz: TONE_HZ, toneMs: TONE_MS };
      for (const connection of microphones) connection.notify('ear-check:listen', tone);
      return ok(tone);
    },

    'ear-check:listened': async ({ checkId, toneAboveRoomDb }) => {
      const check = earChecks.get(checkId);
      const leak = judgeLeak(toneAboveRoomDb ?? undefined);
      if (check?.heard(participantId, leak) !== true) return fail('not-found', 'That ear check is over.');
      if (leak !== 'heard') return ok(null);
      // A leak that is heard now overrules an earlier pass or override.
      const { participantId: whose } = check;
      const written = await actor.apply((state) => {
        const now = state.participants[whose]?.earCheck.is;
        if (earChecks.get(checkId) !== check || (now !== 'passed' && now !== 'overridden')) return ok([]);
        const result = judgeEarCheck(now === 'passed', leak);
        return ok([{ type: 'ear-check.finished', by: 'server', participantId: whose, ...result }]);
      });
      return written.ok ? ok(null) : written;
    },

    'ear-check:confirm': async ({ checkId, heardByCaregiver }) => {
      const check = earChecks.get(checkId);
      if (check?.participantId !== participantId || !check.confirm()) return OVER;
      if (heardByCaregiver) await check.answered();
      const judged = () => judgeEarCheck(heardByCaregiver, check.leak());
      let result = judged();
      const written = await actor.apply(() => {
        // The earphones may have changed during the wait.
        if (earChecks.get(checkId) !== check) return OVER;
        result = judged();
        return ok([{ type: 'ear-check.finished', by: participantId, participantId, ...result }]);
      });
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
