import { expect, test } from 'vitest';
import fc from 'fast-check';
import { HttpError, problemOf } from '#client/api/http.ts';
import { CodeId, CodingId } from '#shared/protocol/ids.ts';
import { aBrowserStore } from '#client/api/testing/aBrowserStore.ts';
import { openCodingOutbox, type Press } from './codingOutbox.ts';

const CODING = CodingId.parse('00000000-0000-4000-8000-000000000001');
const press = (n: number): Press => ({
  type: 'coding.code',
  codingId: CODING,
  codeId: CodeId.parse(`00000000-0000-4000-9000-${String(n).padStart(12, '0')}`),
  code: 'LP',
  heardAt: n * 1_000,
});

/** A server that answers each request as listed, then with success; a browser's store; and timers run by the test. */
function aWorld(answers: (HttpError | 'lost' | 'ok')[] = []) {
  const browser = aBrowserStore();
  const { kept } = browser;
  const ofBefore = new Map<string, string>();
  const olderStore = {
    getItem: (key: string) => ofBefore.get(key) ?? null,
    setItem: (key: string, value: string) => void ofBefore.set(key, value),
    removeItem: (key: string) => void ofBefore.delete(key),
  };
  const arrived: Press[] = [];
  const timers: (() => void)[] = [];
  const open = () => {
    const outbox = openCodingOutbox(CODING, {
      store: browser.window(),
      olderStore,
      problemOf,
      send: async (one) => {
        const answer = answers.shift() ?? 'ok';
        if (answer instanceof HttpError) throw answer;
        arrived.push(one);
        if (answer === 'lost') throw new HttpError('offline');
      },
      later(_ms, callback) {
        timers.push(callback);
        return () => void timers.splice(timers.indexOf(callback), 1);
      },
    });
    outbox.open();
    return outbox;
  };
  const settle = async () => {
    for (let turn = 0; turn < 200; turn++) {
      await Promise.resolve();
      if (turn % 10 === 9) timers.shift()?.();
    }
  };
  return { open, arrived, kept, ofBefore, fill: browser.fill, settle, timers };
}

test('presses arrive in the order they were made, whatever is lost on the way, and each counts under its one id', async () => {
  const answer = fc.constantFrom<() => HttpError | 'lost' | 'ok'>(
    () => 'ok',
    () => 'lost',
    () => new HttpError('offline'),
    () => new HttpError('fault'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { maxLength: 8 }), fc.integer({ min: 1, max: 6 }), async (answers, count) => {
      const world = aWorld(answers.map((make) => make()));
      const outbox = world.open();
      const made = Array.from({ length: count }, (_, n) => press(n));
      for (const one of made) outbox.add(one);
      await world.settle();
      const ids = world.arrived.map(({ codeId }) => codeId);
      expect([...new Set(ids)]).toEqual(made.map(({ codeId }) => codeId));
      expect(outbox.getSnapshot()).toMatchObject({ unsent: [], trouble: 'none', refused: 0 });
    }),
    { numRuns: 50 },
  );
});

test('[LOG4] a reload, or a tab that is closed, loses nothing that was not acknowledged', async () => {
  const world = aWorld([new HttpError('offline')]);
  const before = world.open();
  before.add(press(1));
  before.add({ type: 'coding.undo', codingId: CODING, codeId: press(1).codeId });
  await Promise.resolve();
  before.close();
  expect(world.arrived).toEqual([]);
  world.open();
  await world.settle();
  expect(world.arrived.map(({ type }) => type)).toEqual(['coding.code', 'coding.undo']);
  expect(world.kept.size).toBe(0);
});

test('a press refused for good is reported, and blocks nothing', async () => {
  const world = aWorld([new HttpError('refused')]);
  const outbox = world.open();
  outbox.add(press(1));
  outbox.add(press(2));
  await world.settle();
  expect(world.arrived).toEqual([press(2)]);
  expect(outbox.getSnapshot()).toMatchObject({ unsent: [], refused: 1 });
});

test('while the server is away it says so, and sends at once when the connection is back', async () => {
  const world = aWorld([new HttpError('offline')]);
  const outbox = world.open();
  outbox.add(press(1));
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  expect(outbox.getSnapshot()).toMatchObject({ unsent: [press(1)], trouble: 'offline' });
  outbox.hurry();
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  expect(world.timers).toEqual([]);
  expect(outbox.getSnapshot()).toMatchObject({ unsent: [], trouble: 'none' });
});

test('stored presses contain no names', () => {
  const world = aWorld([new HttpError('offline')]);
  world.open().add(press(1));
  const fields = [...world.kept.values()].flatMap((text) => [...text.matchAll(/"(\w+)":/g)].map(([, field]) => field));
  const known = ['pressId', 'place', 'entry', 'type', 'codingId', 'codeId', 'code', 'heardAt'];
  expect(new Set(fields)).toEqual(new Set(known));
});

test('[LOG4] storage that is full does not stop the coder, who is told, and takes it all when there is room', async () => {
  const world = aWorld([new HttpError('offline')]);
  const outbox = world.open();
  expect(outbox.getSnapshot().isKept).toBe(true);
  world.fill(true);
  outbox.add(press(1));
  outbox.add(press(2));
  expect(outbox.getSnapshot()).toMatchObject({ unsent: [press(1), press(2)], isKept: false });
  world.fill(false);
  outbox.add(press(3));
  expect(outbox.getSnapshot().isKept).toBe(true);
  outbox.close();
  world.open();
  await world.settle();
  expect(world.arrived).toEqual([press(1), press(2), press(3)]);
});

test('[LOG4] two tabs of one coding write over nothing, and each shows what the other still has to send', async () => {
  const world = aWorld([new HttpError('offline'), new HttpError('offline')]);
  const [one, other] = [world.open(), world.open()];
  one.add(press(1));
  other.add(press(2));
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  expect(one.getSnapshot().unsent).toEqual([press(1), press(2)]);
  await world.settle();
  expect(new Set(world.arrived.map(({ codeId }) => codeId))).toEqual(new Set([press(1).codeId, press(2).codeId]));
  expect([one.getSnapshot().unsent, other.getSnapshot().unsent, world.kept.size]).toEqual([[], [], 0]);
});

test('[LOG4] a press of another tab is sent by this one too, which then waits for nothing', async () => {
  const world = aWorld();
  const [one, other] = [world.open(), world.open()];
  one.add(press(1));
  await world.settle();
  expect([one.getSnapshot().unsent, other.getSnapshot().unsent]).toEqual([[], []]);
});

test('[LOG4] what an older page kept in its tab is taken over', async () => {
  const world = aWorld();
  world.ofBefore.set(`earshot-coding-${CODING}`, JSON.stringify([press(1), press(2)]));
  world.open();
  await world.settle();
  expect([world.arrived, world.ofBefore.size, world.kept.size]).toEqual([[press(1), press(2)], 0, 0]);
});
