import { setTimeout as pause } from 'node:timers/promises';
import type { CaregiverId, SessionId } from '#shared/protocol/ids.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { startCoaching } from '../wire/coachingByWire.ts';
import { connectByWire } from '../wire/connectByWire.ts';
import { planSession } from '../wire/planSession.ts';
import { signInStaff } from '../wire/signInByWire.ts';
import type { Visitor } from '../wire/visitor.ts';
import { type LogFaults, logFaults } from './logFaults.ts';
import { type Coder, openCoder } from './openCoder.ts';
import type { StartedClinic } from './startClinic.ts';

const SESSIONS = 6;
const SETTLES_WITHIN_MS = 120_000;

/** A session in coaching, with two who code in it. */
type Coded = { readonly sessionId: SessionId; readonly caregiverId: CaregiverId; readonly coders: readonly Coder[] };

/** Sessions in which two people each press all the time, whatever happens to the servers and the network. */
export type Coding = {
  /** Resolves when every one of them has a press acknowledged that they make from now on. */
  readonly everybodyCodes: () => Promise<void>;
  /** Everybody presses once, now. Resolves to the ms until each of these presses is acknowledged. */
  readonly pressOnce: () => Promise<readonly number[]>;
  /** Stops pressing, waits until everything is sent, and compares it with the log. */
  readonly end: () => Promise<LogFaults & { readonly presses: number }>;
};

type Staff = readonly [therapist: Visitor, supervisor: Visitor];

export async function signInBoth({ nodes: [first] }: StartedClinic): Promise<Staff> {
  if (first === undefined) throw new Error('There is no server.');
  // A demo's link works at the server that printed it.
  const therapist = await signInStaff(first.url, first.links.therapist);
  return [therapist, await signInStaff(first.url, first.links.supervisor)];
}

/** `pressEveryMs`: in all their sessions together, with what waits after a fault, they must stay below `PERSON_RATE`. */
export async function startCoding(
  clinic: StartedClinic,
  [therapist, supervisor]: Staff,
  pressEveryMs: number,
): Promise<Coding> {
  const sessions: Coded[] = [];
  for (let index = 0; index < SESSIONS; index += 1) {
    sessions.push(await openSession(clinic.front.url, therapist, supervisor, `Family ${index}`));
  }
  const stop = new AbortController();
  const pressing = sessions.map((session) => pressUntil(stop.signal, session, pressEveryMs));
  const coders = sessions.flatMap((session) => session.coders);
  return {
    async everybodyCodes() {
      await Promise.all(coders.map(acknowledgesAnother));
    },
    pressOnce() {
      const began = performance.now();
      return Promise.all(
        sessions.flatMap(({ caregiverId, coders }) =>
          coders.map(async (coder) => {
            const acknowledged = acknowledgesAnother(coder);
            coder.press(caregiverId);
            await acknowledged;
            return performance.now() - began;
          }),
        ),
      );
    },
    async end() {
      stop.abort();
      await Promise.all(pressing);
      await Promise.all(coders.map(hasNothingUnsent));
      const faults = await faultsOf(clinic, sessions);
      for (const { session } of coders) session.close();
      return { presses: coders.reduce((sum, { pressed }) => sum + pressed.length, 0), ...faults };
    },
  };
}

async function openSession(url: string, therapist: Visitor, supervisor: Visitor, name: string): Promise<Coded> {
  const { sessionId, device } = await planSession(url, therapist, name);
  const lead = await connectByWire(url, therapist.cookie(), { as: 'staff', sessionId });
  const home = await connectByWire(url, device.cookie(), { as: 'device' });
  const caregiverId = await startCoaching(lead, device);
  lead.leave();
  home.leave();
  const coders = [therapist, supervisor].map((who) => openCoder({ url, cookie: who.cookie(), sessionId }));
  return { sessionId, caregiverId, coders };
}

async function pressUntil(stop: AbortSignal, { caregiverId, coders }: Coded, everyMs: number): Promise<void> {
  while (!stop.aborted) {
    for (const { press, session } of coders) if (session.getSnapshot().self !== undefined) press(caregiverId);
    await pause(everyMs);
  }
}

/** Resolves when a press that was made from now on is acknowledged. */
function acknowledgesAnother(coder: Coder): Promise<void> {
  const before = coder.pressed.length;
  return until(coder, () => {
    const isUnsent = new Set(coder.session.getSnapshot().unsent.map(({ codeId }) => codeId));
    return coder.pressed.slice(before).some((codeId) => !isUnsent.has(codeId));
  });
}

const hasNothingUnsent = (coder: Coder) => until(coder, () => coder.unsent() === 0);

async function until({ session }: Coder, isSo: () => boolean): Promise<void> {
  const tooLate = AbortSignal.timeout(SETTLES_WITHIN_MS);
  await new Promise<void>((resolve, reject) => {
    tooLate.addEventListener('abort', () => reject(new Error('A coder did not get through any more.')));
    const stop = session.subscribe(look);
    function look() {
      if (!isSo()) return;
      stop();
      resolve();
    }
    look();
  });
}

async function faultsOf({ read }: StartedClinic, sessions: readonly Coded[]): Promise<LogFaults> {
  return read(async (db, keys) => {
    const log = createSqlFactLog(db, keys);
    const sum = { lost: 0, doubled: 0, reordered: 0 };
    for (const { sessionId, coders } of sessions) {
      const { lost, doubled, reordered } = logFaults(
        await log.read(sessionId),
        coders.map(({ pressed }) => pressed),
      );
      sum.lost += lost;
      sum.doubled += doubled;
      sum.reordered += reordered;
    }
    return sum;
  });
}
