import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { SessionId } from '#shared/protocol/ids.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlLeases } from '#server/storage/sqlLeases.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { type Postgres, startPostgres } from '#server/storage/testing/startPostgres.ts';
import { type Earshot, startEarshot } from './earshot.ts';
import { type LoadBalancer, startLoadBalancer } from './loadBalancer.ts';
import { COACH_HZ, invitePeople, type People } from './people.ts';
import {
  code,
  codesGiven,
  expectPictures,
  letIn,
  nextStep,
  openConsole,
  openRoomDevice,
  openSupervision,
  secondsLeft,
  sessionIdOf,
  waitUntilCoding,
  waitUntilSeenAndHeard,
} from './steps.ts';

const KEY = randomBytes(32);

/** A server refuses a database that may lose what it acknowledged. */
const DURABLE = ['fsync=on', 'full_page_writes=on', 'max_connections=200'];

type Scene = {
  readonly postgres: Postgres;
  readonly front: LoadBalancer;
  /** The first one was started last, so the demo's links are its. */
  readonly nodes: readonly [Earshot, Earshot];
  readonly people: People;
};

/** A clinic with two nodes on one PostgreSQL, and what stands in front of them. */
const test = base.extend<{ scene: Scene }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the parameters what a fixture needs
  scene: async ({}, use, story) => {
    await using opened = new AsyncDisposableStack();
    const postgres = await startPostgres(DURABLE);
    opened.defer(postgres.stop);
    const front = await startLoadBalancer();
    opened.defer(front.stop);
    const shared = {
      DATABASE_URL: `${postgres.url}/postgres`,
      EARSHOT_SECRET: randomBytes(24).toString('hex'),
      CLINIC_KEY: KEY.toString('base64'),
      PUBLIC_URL: front.url,
      RECORDINGS_FOLDER: await mkdtemp(join(tmpdir(), 'earshot-recordings-')),
    };
    const second = await startEarshot({ settings: shared, isNode: true });
    opened.defer(second.stop);
    const first = await startEarshot({ settings: shared, isNode: true });
    opened.defer(first.stop);
    const people = await invitePeople();
    await use({ postgres, front, nodes: [first, second], people });
    await people.goodbye(story);
  },
});

/** The links of a node, opened through the load balancer. */
function through({ url }: LoadBalancer, node: Earshot): Earshot {
  const links = Object.entries(node.links).map(([role, link]) => [role, link.replace(/^http:\/\/[^/]+/u, url)]);
  return { ...node, url, links: Object.fromEntries(links) as Earshot['links'] };
}

const portOf = ({ url }: Earshot) => Number(new URL(url).port);

test('a node that is killed while coding is replaced: the session goes on by itself on the other', async ({
  scene,
}) => {
  const { postgres, front, nodes, people } = scene;
  const [first, second] = nodes;
  front.prefer(portOf(first), portOf(second));
  const clinic = through(front, first);
  const { page: coach } = await people.invite({ hertz: COACH_HZ });
  const { page: room } = await people.invite('the family');
  const { page: supervisor } = await people.invite('nothing');
  await openConsole(coach, clinic);
  await openRoomDevice(room, clinic);
  await letIn(coach);
  await waitUntilSeenAndHeard(room);
  await nextStep(coach, /start check-in/i);
  await nextStep(coach, /start coding/i);
  await waitUntilCoding(coach, room);

  await test.step('whoever comes by way of the other node is led to the one that has the session', async () => {
    await supervisor.goto(clinic.links.supervisor);
    await expect(supervisor.getByRole('link', { name: /^observe/i }).first()).toBeVisible();
    front.prefer(portOf(second), portOf(first));
    await supervisor.reload();
    await openSupervision(supervisor, { ...clinic, links: { ...clinic.links, supervisor: clinic.url } });
    await expectPictures(supervisor);
  });

  await code(coach, '4444422222');
  await expect(coach.getByText(/waiting to be sent/)).toBeHidden({ timeout: 30_000 });
  const killed = first.kill();
  await code(coach, '33333');
  await killed;
  await code(coach, '77777');

  await test.step('every code arrives once, and everyone sees each other again', async () => {
    await expect(coach.getByText(/waiting to be sent/)).toBeHidden({ timeout: 30_000 });
    expect(await codesGiven(coach)).toEqual({ LP: 5, BD: 5, RF: 5, QU: 5 });
    await expectPictures(coach);
    await expectPictures(supervisor);
    const left = await secondsLeft(coach);
    await expect.poll(() => secondsLeft(coach)).toBeLessThan(left - 3);
    const { db, close } = openDatabase(`${postgres.url}/postgres`);
    try {
      const sessionId = SessionId.parse(sessionIdOf(coach));
      const log = await createSqlFactLog(db, keysOf(db, { from: 'environment', keys: [KEY] })).read(sessionId);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      expect(log.filter(({ type }) => type === 'code.recorded')).toHaveLength(20);
      const lease = await db.selectFrom('session_leases').selectAll().executeTakeFirstOrThrow();
      expect(await createSqlLeases(db).addressOf(lease.node_id)).toBe(second.url);
    } finally {
      await close();
    }
  });
});
