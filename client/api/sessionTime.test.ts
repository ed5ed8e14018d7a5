import { expect, test } from 'vitest';
import { PressId } from '#shared/protocol/ids.ts';
import { createPressStamps } from './pressStamps.ts';
import { createSessionTime } from './sessionTime.ts';

const PRESS = PressId.parse('00000000-0000-4000-8000-000000000001');

/** A machine whose local clock stops while it sleeps, and a server whose session began at 0. */
function aMachine() {
  let real = 1_000_000;
  let slept = 0;
  let set = 0;
  let beforeAnswer: () => void = () => undefined;
  const time = createSessionTime({
    localNow: () => real - slept,
    wallNow: () => 5e12 + real + set,
    async readServer() {
      const now = real - 1_000_000;
      beforeAnswer();
      return now;
    },
    onMeasured: () => undefined,
  });
  return {
    time,
    local: () => real - slept,
    trueNow: () => real - 1_000_000,
    pass: (ms: number) => {
      real += ms;
    },
    sleep: (ms: number) => {
      real += ms;
      slept += ms;
    },
    setWall: (ms: number) => {
      set += ms;
    },
    onAnswer: (does: () => void) => {
      beforeAnswer = does;
    },
  };
}

test('[CLK2] after 90 s of sleep a press has the time it was heard, marked as unsure until measured', async () => {
  const machine = aMachine();
  await machine.time.measure();
  machine.pass(5_000);
  machine.sleep(90_000);
  expect(machine.time.isMeasured()).toBe(false);
  expect(machine.time.now()).toBe(machine.trueNow());
  await machine.time.measure();
  expect(machine.time.isMeasured()).toBe(true);
  expect(machine.time.now()).toBe(machine.trueNow());
});

test('[CLK2] a wall clock that was set is not taken for sleep once the server has answered', async () => {
  const machine = aMachine();
  await machine.time.measure();
  const stamps = createPressStamps(machine.time, () => 0);
  machine.pass(5_000);
  machine.setWall(3_600_000);
  const pressedAt = machine.trueNow();
  expect(stamps.stamp(PRESS, machine.local()).pressedAt).toBe(pressedAt + 3_600_000);
  machine.pass(2_000);
  await machine.time.measure();
  expect(stamps.corrected()).toEqual([{ pressId: PRESS, pressedAt }]);
  machine.pass(1_000);
  expect(stamps.stamp(PRESS, machine.local()).pressedAt).toBe(machine.trueNow());
});

test('[CLK1] a measurement during which the machine slept is ignored', async () => {
  const machine = aMachine();
  await machine.time.measure();
  let asked = 0;
  machine.onAnswer(() => {
    asked += 1;
    if (asked === 6) machine.sleep(60_000);
  });
  await machine.time.measure();
  expect(machine.time.isMeasured()).toBe(false);
  expect(machine.time.now()).toBe(machine.trueNow());
});

test('[CLK1] a new join gives the time if the old offset cannot be right anymore', async () => {
  const machine = aMachine();
  const join = () =>
    machine.time.learnFrom(
      async () => machine.trueNow(),
      (now) => now,
    );
  await join();
  machine.sleep(90_000);
  await join();
  expect(machine.time.isMeasured()).toBe(true);
  expect(machine.time.now()).toBe(machine.trueNow());
});

test('[CLK2] a press before the sleep keeps its time, and one after it is corrected by its own epoch only', async () => {
  const machine = aMachine();
  await machine.time.measure();
  const stamps = createPressStamps(machine.time, () => 0);
  const before = machine.trueNow();
  expect(stamps.stamp(PRESS, machine.local()).pressedAt).toBe(before);
  machine.sleep(30_000);
  const after = machine.trueNow();
  const other = PressId.parse('00000000-0000-4000-8000-000000000002');
  stamps.stamp(other, machine.local());
  await machine.time.measure();
  expect(stamps.corrected()).toEqual([{ pressId: other, pressedAt: after }]);
});

test('[CLK2] a slow answer corrects nothing: times stay until the clock is measured', async () => {
  const machine = aMachine();
  await machine.time.measure();
  const stamps = createPressStamps(machine.time, () => 0);
  machine.sleep(90_000);
  const heardAt = machine.trueNow();
  expect(stamps.stamp(PRESS, machine.local()).pressedAt).toBe(heardAt);
  await machine.time.learnFrom(
    async () => {
      machine.pass(4_000);
      return machine.trueNow();
    },
    (now) => now,
  );
  expect(machine.time.isMeasured()).toBe(false);
  await machine.time.measure();
  expect(stamps.corrected()).toEqual([{ pressId: PRESS, pressedAt: heardAt }]);
});

test('[CLK2] a slow first answer is used, and the clock is measured before anything is sent', async () => {
  const machine = aMachine();
  machine.pass(60_000);
  await machine.time.learnFrom(
    async () => {
      machine.pass(4_000);
      return machine.trueNow();
    },
    (now) => now,
  );
  expect(Math.abs(machine.time.now() - machine.trueNow())).toBeLessThanOrEqual(2_000);
  expect(machine.time.isMeasured()).toBe(false);
});
