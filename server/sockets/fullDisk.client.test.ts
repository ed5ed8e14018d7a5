import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openWindow } from '#client/api/testing/openWindow.ts';
import { aBrowserStore } from '#client/api/testing/aBrowserStore.ts';
import { aCodingSession, fakeTime, pass, startKillableApp, wait } from '#server/testing/startKillableApp.ts';
import { type SmallDisk, diskFullCases } from '#server/storage/testing/smallDisk.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aNetwork } from './testing/aNetwork.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';

/** A coach in a window of a server whose disk a test can fill, and what the server logs. */
async function aCoachOn(disk: SmallDisk) {
  fakeTime();
  const { coach, record } = await aCodingSession(disk.file);
  const network = aNetwork();
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) });
  let tries = 0;
  const app = await startKillableApp({
    file: disk.file,
    network,
    coach,
    log,
    around: (log) => ({ ...log, append: (...facts) => ((tries += 1), log.append(...facts)) }),
  });
  onTestFinished(app.kill);
  const line = network.openLine();
  const store = aBrowserStore().window();
  const live = openWindow(record.sessionId, line.agent, { store, makeId: randomUUID, random: () => 0.5 });
  onTestFinished(live.close);
  await pass(60);

  const askHealth = () =>
    new Promise<number | undefined>((answered, failed) => {
      get(`http://clinic.example${pathOf('clinic:health')}`, { agent: network.openLine().agent }, (response) => {
        response.resume();
        answered(response.statusCode);
      }).on('error', failed);
    });
  const codes = async () => foldFacts(await createSqlFactLog(app.db, keysOf(app.db)).read(record.sessionId)).codes;
  return { app, live, logged, askHealth, codes, tries: () => tries, caregiverId: record.caregivers[0]!.caregiverId };
}

test.for(diskFullCases())(
  '[LOG2] %s that is full is reported to the coach, in the log and by the health route, and nothing is lost',
  async ([, aDisk]) => {
    const disk = aDisk();
    const { app, live, logged, askHealth, codes, tries, caregiverId } = await aCoachOn(disk);
    live.press('LP', caregiverId);
    await pass(60);
    expect([live.getSnapshot().unsent, await askHealth()]).toEqual([[], 200]);

    await disk.fill(app.db);
    let pressed = 1;
    // The log has a little space of its own, which is used up first.
    for (; pressed < 2_000 && live.getSnapshot().trouble === undefined; pressed += 1) {
      live.press('BD', caregiverId);
      await pass(12);
    }
    expect(live.getSnapshot()).toMatchObject({ connection: 'live', trouble: 'cannot-save', isKept: true });
    expect(await askHealth()).toBe(503);

    const triesBefore = tries();
    for (const code of ['RF', 'TA', 'LP']) live.press(code, caregiverId);
    pressed += 3;
    await wait(8_000);
    expect(tries() - triesBefore).toBeLessThan(12);
    expect(live.getSnapshot()).toMatchObject({ connection: 'live', trouble: 'cannot-save' });
    // The space that is left may be enough for one write and not for another: then the trouble was told and over before.
    const said = (words: string) => logged.filter((one) => one.includes(words)).length;
    expect(said('disk is full') - said('saves again')).toBe(1);
    expect(logged.join('\n')).not.toContain('rollback');

    await disk.empty(app.db);
    await wait(20_000);
    expect(live.getSnapshot()).toMatchObject({ connection: 'live', trouble: undefined, unsent: [], refused: [] });
    expect(await askHealth()).toBe(200);
    expect((await codes()).map(({ code }) => code).join(' ')).toBe(
      ['LP', ...Array.from({ length: pressed - 4 }, () => 'BD'), 'RF', 'TA', 'LP'].join(' '),
    );
  },
);
