import { pino, type Logger } from 'pino';
import { expect, onTestFinished, vi } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import { aFact, numbered } from '#shared/session/testing/aSession.ts';
import { realTime } from '#server/time/time.ts';
import type { aNetwork } from '#server/sockets/testing/aNetwork.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import { migrate } from '#server/storage/migrate.ts';
import type { Db } from '#server/storage/db.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { anApp } from './anApp.ts';

/** Time that passes only when a test says so, for clients and server alike, until the test is over. */
export function fakeTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    now: new Date('2026-11-21T10:00:00Z'),
  });
  onTestFinished(() => void vi.useRealTimers());
}

/** Runs everything that only waits for its turn. */
export async function pass(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Lets time pass, in steps short enough that no side takes the other for dead. */
export async function wait(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 250) {
    vi.advanceTimersByTime(Math.min(left, 250));
    await pass(8);
  }
}

/** The log of a session in its first window, the coach who leads it, and its session time now. */
export async function aCodingSession(file: string) {
  const { db, close } = openDatabase(file);
  await migrate(db);
  const records = createSqlRecords(db, keysOf(db));
  const coach = await anAccount(db);
  const record = await aSession(records, coach);
  const { sessionId, familyName, leadName } = record;
  const caregivers = [...record.caregivers];
  const [{ caregiverId } = expect.unreachable('a family has a caregiver')] = caregivers;
  const { userId: by, name } = coach;
  const startedAt = new Date();
  const windowId = aFact.windowId(1);
  await createSqlFactLog(db, keysOf(db)).append(sessionId, [
    aFact.opened({ sessionId, startedAt: startedAt.toISOString(), familyName, caregivers, lead: by, leadName }),
    ...numbered(
      [
        {
          type: 'participant.joined',
          by: 'server',
          participantId: by,
          name,
          role: 'therapist',
          device: null,
          wearer: null,
        },
        { type: 'waiting.opened', by },
        { type: 'check-in.started', by },
        { type: 'coding.started', by, windowId, kind: 'cdi', caregiverId, lengthMs: 300_000 },
      ],
      0,
    ),
  ]);
  await close();
  return { coach, record, now: () => Date.now() - startedAt.getTime() };
}

type KillableAppPorts = {
  readonly file: string;
  readonly network: ReturnType<typeof aNetwork>;
  /** Everybody who asks is signed in as this person. */
  readonly coach: Account;
  readonly log?: Logger;
  /** A step between the server and its log. */
  readonly around?: (log: FactLog) => FactLog;
};

export type KillableApp = { readonly db: Db; readonly kill: () => Promise<void> };

/** The real server on an in-memory file and network, which can be killed at any moment and started again. */
export async function startKillableApp(ports: KillableAppPorts): Promise<KillableApp> {
  const { file, network, coach, log = pino({ level: 'silent' }), around = (same: FactLog) => same } = ports;
  const { db, health, close } = openDatabase(file, (fault) => {
    if (fault) log.error({ err: fault }, 'nothing can be saved');
    else log.warn('the store saves again');
  });
  const factLog = around(createSqlFactLog(db, keysOf(db)));
  let isDead = false;
  const never = new Date(8e15);
  const signIn = {
    ...{ signInId: 'sign-in', account: coach, endsAt: never, lastEndsAt: never },
    ...{ way: 'demo' as const, secondFactorAt: undefined, confirmedAt: undefined, seenAt: never },
  };
  const unasked = () => expect.unreachable('nobody signs in here');
  const app = await anApp(db, {
    storeHealth: health,
    auth: {
      findSignIn: async () => signIn,
      findCurrentSignIn: async () => signIn,
      findSignInById: async () => signIn,
      signIn: unasked,
      signOut: unasked,
      renewToken: unasked,
      isPasswordOf: unasked,
      renameAccount: unasked,
      hashPassword: unasked,
      makeAccount: unasked,
      changeAccount: unasked,
      continueSignIn: unasked,
      signInAs: unasked,
      signInBy: unasked,
      forgetEnded: async () => 0,
    },
    factLog: {
      ...factLog,
      async append(...facts) {
        if (isDead) throw new Error('This server was killed.');
        await factLog.append(...facts);
      },
    },
    time: { ...realTime, callAfter: (ms, ring) => realTime.callAfter(ms, () => !isDead && ring()) },
    log,
    publicUrl: 'http://clinic.example',
    trustedOrigins: [],
  });
  await app.http.ready();
  network.serve(app.http.server);
  return {
    db,
    async kill() {
      isDead = true;
      network.kill();
      await close();
    },
  };
}
