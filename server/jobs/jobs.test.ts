import { expect, test, vi } from 'vitest';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { JobError } from './jobs.ts';
import { aWorker } from './testing/aWorker.ts';

async function aServer() {
  const db = await aDatabase();
  return { db, ...aWorker(db) };
}

const until = (seen: () => unknown, what: unknown) =>
  vi.waitFor(async () => expect(await seen()).toEqual(what), { timeout: 30_000 });

test('jobs are done one after the other, in the order in which they were asked for', async () => {
  const { jobs, start, begun } = await aServer();
  for (const key of ['b', 'c', 'a']) expect(await jobs.ask('speech', key)).toEqual({ is: 'waiting' });
  start();
  await until(() => begun.map(({ key }) => key), ['b']);
  expect(await jobs.find('speech', 'c')).toEqual({ is: 'waiting' });
  begun[0]?.end();
  await until(() => begun.map(({ key }) => key), ['b', 'c']);
  begun[1]?.end();
  await until(() => begun.map(({ key }) => key), ['b', 'c', 'a']);
  begun[2]?.end();
  await until(() => jobs.find('speech', 'a'), undefined);
});

test('one that waits or runs is not done twice, however often somebody asks', async () => {
  const { jobs, start, begun } = await aServer();
  start();
  await Promise.all([jobs.ask('speech', 'a'), jobs.ask('speech', 'a')]);
  await until(() => begun.length, 1);
  expect(await jobs.ask('speech', 'a')).toEqual({ is: 'running', share: 0 });
  begun[0]?.end();
  await until(() => jobs.find('speech', 'a'), undefined);
  expect(begun).toHaveLength(1);
});

test('while it runs its progress can be seen', async () => {
  const { jobs, start, begun } = await aServer();
  start();
  await jobs.ask('speech', 'a');
  await until(() => begun.length, 1);
  begun[0]?.tell(0.4);
  await until(() => jobs.find('speech', 'a'), { is: 'running', share: 0.4 });
  begun[0]?.tell(0.8);
  await until(() => jobs.find('speech', 'a'), { is: 'running', share: 0.8 });
});

test('one that cannot be done says why, and is tried again when somebody asks', async () => {
  const { jobs, start, begun, faults } = await aServer();
  start();
  await jobs.ask('speech', 'a');
  await until(() => begun.length, 1);
  begun[0]?.fail(new JobError('The recording is no longer here.'));
  await until(() => jobs.find('speech', 'a'), { is: 'failed', words: 'The recording is no longer here.' });
  expect(faults).toEqual([]);
  await jobs.ask('speech', 'a');
  await until(() => begun.map(({ key }) => key), ['a', 'a']);
});

test('a fault of ours is reported, nothing of it is told, and the next one is done', async () => {
  const { jobs, start, begun, faults } = await aServer();
  start();
  await jobs.ask('speech', 'a');
  await jobs.ask('speech', 'b');
  await until(() => begun.length, 1);
  begun[0]?.fail(new Error('undefined is not a function'));
  await until(() => jobs.find('speech', 'a'), { is: 'failed', words: 'Something went wrong on the server.' });
  expect(faults).toHaveLength(1);
  await until(() => begun.map(({ key }) => key), ['a', 'b']);
});

test('what a server had begun when it stopped is done by the next, before what was asked for later', async () => {
  const { db, jobs, start, begun, faults } = await aServer();
  start();
  await jobs.ask('speech', 'a');
  await jobs.ask('speech', 'b');
  await until(() => begun.length, 1);
  await jobs.close();
  expect(faults).toEqual([]);
  expect(await jobs.find('speech', 'a')).toEqual({ is: 'waiting' });
  const next = aWorker(db);
  next.start();
  await until(() => next.begun.map(({ key }) => key), ['a']);
});

test('what a server had begun when it was killed is done by the next', async () => {
  const { db, jobs, start, begun } = await aServer();
  start();
  await jobs.ask('speech', 'a');
  await until(() => begun.length, 1);
  const next = aWorker(db);
  next.start();
  await until(() => next.begun.map(({ key }) => key), ['a']);
});

test('what a server cannot do waits for one that can', async () => {
  const { jobs, start, begun } = await aServer();
  await jobs.ask('speech', 'a');
  await jobs.ask('retention', 'today');
  start();
  await until(() => begun.map(({ key }) => key), ['a']);
  expect(await jobs.find('retention', 'today')).toEqual({ is: 'waiting' });
});
