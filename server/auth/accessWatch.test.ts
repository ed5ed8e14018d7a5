import { expect, test, vi } from 'vitest';
import { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { AccessSubject } from '#server/storage/accessChanges.ts';
import { createAccessWatch, LOOK_EVERY_MS } from './accessWatch.ts';
import type { Admitted, IdentifyAgain } from './identifyAgain.ts';

const SESSION = SessionId.parse('00000000-0000-4000-8000-0000000000d1');
const LATER = new Date(10_000);

const staff = (userId: string, signInId = `sign-in of ${userId}`): Admitted => ({
  as: 'staff',
  signInId,
  userId: ParticipantId.parse(userId),
  role: 'therapist',
  sessionId: SESSION,
  staysIn: true,
});

/** A watch on a clock that the test moves, over changes that the test makes. */
function aWatch() {
  const noted: AccessSubject[] = [];
  const clock = { now: 0 };
  const planned: { readonly ms: number; readonly callback: () => void }[] = [];
  const faults: unknown[] = [];
  const barred = new Set<string>();
  const ends = new Map<string, Date>();
  const identifyAgain = vi.fn<IdentifyAgain>(async (admitted) => {
    const who = admitted.as === 'staff' ? admitted.signInId : admitted.deviceId;
    return barred.has(who) ? undefined : (ends.get(who) ?? LATER);
  });
  const changes = {
    latest: vi.fn(async () => noted.length),
    between: vi.fn(async (after: number, upTo: number) => noted.slice(after, upTo)),
    forget: vi.fn(async () => undefined),
  };
  const watch = createAccessWatch({
    changes,
    identifyAgain,
    time: {
      wallNow: () => clock.now,
      callAfter(ms, callback) {
        const plan = { ms, callback };
        planned.push(plan);
        return () => void planned.splice(planned.indexOf(plan), 1);
      },
    },
    report: (error) => void faults.push(error),
  });
  /** Lets the next poll happen. */
  async function poll() {
    const next = planned.shift();
    expect(next?.ms).toBe(LOOK_EVERY_MS);
    next?.callback();
    await vi.waitFor(() => expect(planned).toHaveLength(1));
  }
  /** Bars somebody and notes it, as the database does. */
  function bar(signInId: string, subject: AccessSubject) {
    barred.add(signInId);
    noted.push(subject);
  }
  return { ...watch, noted, clock, planned, faults, barred, ends, identifyAgain, changes, poll, bar };
}

test('[PER7] who may no longer have something is cut at the next look, and nobody else is asked', async () => {
  const { watch, poll, bar, identifyAgain } = aWatch();
  const [cutIda, cutNoor] = [vi.fn(), vi.fn()];
  watch(staff('ida'), cutIda);
  watch(staff('noor'), cutNoor);
  await poll();
  identifyAgain.mockClear();

  bar('sign-in of ida', 'person ida');
  await poll();
  await poll();
  expect(cutIda.mock.calls).toEqual([['ended']]);
  expect(cutNoor).not.toHaveBeenCalled();
  expect(identifyAgain).toHaveBeenCalledTimes(1);
});

test('[PER7] a change that happened while somebody was being let in is noticed too', async () => {
  const { watch, poll, bar } = aWatch();
  await poll();
  bar('sign-in of ida', 'person ida');
  await poll();
  const cut = vi.fn();
  watch(staff('ida'), cut);
  await poll();
  expect(cut).toHaveBeenCalledTimes(1);
});

test('[PER7] a command that comes before the next poll is not accepted', async () => {
  const { watch, poll, bar, changes } = aWatch();
  const cut = vi.fn();
  const watched = watch(staff('ida'), cut);
  expect(await watched.holds()).toBe(true);
  await poll();
  bar('sign-in of ida', 'person ida');
  expect(await watched.holds()).toBe(false);
  expect(cut).toHaveBeenCalledTimes(1);
  changes.latest.mockClear();
  expect(await watched.holds()).toBe(false);
  expect(changes.latest).not.toHaveBeenCalled();
});

test('a command costs one small read while nothing has changed', async () => {
  const { watch, poll, identifyAgain, changes } = aWatch();
  const watched = watch(staff('ida'), () => undefined);
  await poll();
  identifyAgain.mockClear();
  changes.latest.mockClear();
  expect(await watched.holds()).toBe(true);
  expect([changes.latest.mock.calls.length, identifyAgain.mock.calls.length]).toEqual([1, 0]);
});

test('[PER7] somebody is asked again when their time is over, by the clock alone', async () => {
  const { watch, poll, clock, ends, barred } = aWatch();
  const cut = vi.fn();
  ends.set('sign-in of ida', new Date(5_000));
  watch(staff('ida'), cut);
  await poll();
  barred.add('sign-in of ida');
  clock.now = 4_999;
  await poll();
  expect(cut).not.toHaveBeenCalled();
  clock.now = 5_000;
  await poll();
  expect(cut).toHaveBeenCalledTimes(1);
});

test('[PER7] the close of a session asks everybody in it', async () => {
  const { watch, poll, closed, barred } = aWatch();
  const cut = vi.fn();
  watch(staff('ida'), cut);
  await poll();
  barred.add('sign-in of ida');
  closed(SESSION);
  await poll();
  expect(cut).toHaveBeenCalledTimes(1);
});

test('a person who signs out is cut with that reason, one who renews their sign-in is not cut', async () => {
  const { watch, look, leaving, renewed, bar } = aWatch();
  const [cutIda, cutNoor] = [vi.fn(), vi.fn()];
  watch(staff('ida'), cutIda);
  watch(staff('noor'), cutNoor);
  await look();
  leaving('sign-in of ida');
  bar('sign-in of ida', 'person ida');
  renewed('sign-in of noor', 'the next');
  bar('sign-in of noor', 'person noor');
  await look();
  expect(cutIda.mock.calls).toEqual([['signed-out']]);
  expect(cutNoor).not.toHaveBeenCalled();
});

test('what is renewed without its second step stays with the former sign-in, until the second step or a sign-out', async () => {
  const { watch, look, leaving, renewed, renewing, completed, bar } = aWatch();
  const [cutIda, cutNoor] = [vi.fn(), vi.fn()];
  const [ida, noor] = [watch(staff('ida'), cutIda), watch(staff('noor'), cutNoor)];
  renewing('sign-in of ida', 'the next of ida');
  renewing('sign-in of noor', 'the next of noor');
  renewed('the next of noor', 'the last of noor');
  expect(ida.admitted()).toMatchObject({ signInId: 'sign-in of ida' });
  completed('the last of noor');
  expect(noor.admitted()).toMatchObject({ signInId: 'the last of noor' });

  leaving('the next of ida');
  bar('the next of ida', 'person ida');
  await look();
  expect(cutIda.mock.calls).toEqual([['signed-out']]);
  expect(cutNoor).not.toHaveBeenCalled();
});

test('a renewal during a look is not mistaken for an end', async () => {
  const { watch, look, renewed, bar, identifyAgain } = aWatch();
  const cut = vi.fn();
  watch(staff('noor'), cut);
  await look();
  bar('sign-in of noor', 'person noor');
  identifyAgain.mockImplementationOnce(async () => {
    renewed('sign-in of noor', 'the next');
    return undefined;
  });
  await look();
  await look();
  expect(cut).not.toHaveBeenCalled();
});

test('what has ended by itself is not cut', async () => {
  const { watch, poll, bar } = aWatch();
  const cut = vi.fn();
  const watched = watch(staff('ida'), cut);
  watched.stop();
  watched.stop();
  bar('sign-in of ida', 'person ida');
  await poll();
  expect(cut).not.toHaveBeenCalled();
  expect(await watched.holds()).toBe(false);
});

test('a store in trouble is said once, nobody acts in the meantime, and nothing is missed', async () => {
  const { watch, poll, bar, changes, faults } = aWatch();
  const cut = vi.fn();
  const watched = watch(staff('ida'), cut);
  await poll();
  bar('sign-in of ida', 'person ida');
  changes.latest.mockRejectedValue(new Error('The store is in trouble.'));
  await poll();
  await poll();
  expect(faults).toHaveLength(1);
  await expect(watched.holds()).rejects.toThrow('trouble');
  changes.latest.mockImplementation(async () => 1);
  await poll();
  expect(cut).toHaveBeenCalledTimes(1);
});

test('a watch that is closed looks no more', async () => {
  const { close, planned } = aWatch();
  close();
  close();
  expect(planned).toEqual([]);
});
