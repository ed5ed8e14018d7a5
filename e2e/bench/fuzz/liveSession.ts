import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CodeId } from '#shared/protocol/ids.ts';
import { type Attendant, connectByWire } from '../wire/connectByWire.ts';
import { startCoaching } from '../wire/coachingByWire.ts';
import type { ClinicUnderAttack } from './clinicUnderAttack.ts';

/** Between two presses, in ms: as fast as hands, and below the code's rate limit. */
const PAUSE_MS = 100;

type LiveSession = {
  /** Presses keys until it is stopped. Resolves to how long each took to be acknowledged, in ms. */
  readonly press: (stop: AbortSignal) => Promise<readonly number[]>;
  /** How many acknowledged presses are not in the session's log. */
  readonly lost: () => Promise<number>;
  readonly leave: () => void;
};

/** A coach with a family, who go on whatever others send. Throws if a press is refused or the coach is cut off. */
export async function liveSession(url: string, { live }: ClinicUnderAttack): Promise<LiveSession> {
  const { therapist, device, sessionId } = live;
  const join = (): Promise<Attendant> => connectByWire(url, therapist.cookie(), { as: 'staff', sessionId });
  let coach = await join();
  const home = await connectByWire(url, device.cookie(), { as: 'device' });
  const caregiverId = await startCoaching(coach, device);
  const opened = performance.now() - coach.joined.now;
  const acknowledged: CodeId[] = [];

  async function pressOnce(): Promise<number> {
    const codeId = CodeId.parse(randomUUID());
    const began = performance.now();
    await coach.ask('code:record', { codeId, code: 'LP', caregiverId, pressedAt: began - opened, heardDelayMs: 60 });
    acknowledged.push(codeId);
    return performance.now() - began;
  }

  return {
    async press(stop) {
      const times: number[] = [];
      while (!stop.aborted) {
        times.push(await pressOnce());
        await pause(PAUSE_MS);
      }
      return times;
    },
    async lost() {
      coach.leave();
      coach = await join();
      const kept = new Set(coach.joined.facts.flatMap((fact) => (fact.type === 'code.recorded' ? [fact.codeId] : [])));
      return acknowledged.filter((codeId) => !kept.has(codeId)).length;
    },
    leave() {
      for (const one of [coach, home]) one.leave();
    },
  };
}
