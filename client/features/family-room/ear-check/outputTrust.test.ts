import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { LEAD, PARENT } from '#shared/session/testing/aSession.ts';
import { fakeLive, happens, letIn, noAnswer } from '../testing/fakeFamily.ts';
import { openOutputTrust } from './outputTrust.ts';

const OVERRIDDEN: FactDraft = { type: 'ear-check.overridden', by: LEAD, participantId: PARENT, reason: 'wired' };

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function aPage(...drafts: readonly FactDraft[]) {
  const live = fakeLive(...drafts);
  let isHeld = false;
  const onChanged = vi.fn();
  const trust = openOutputTrust({ live, hold: () => (isHeld = true), release: () => (isHeld = false), onChanged });
  return {
    live,
    trust,
    onChanged,
    isHeld: () => isHeld,
    told: () => live.asked.filter(({ name }) => name === 'ear-check:devices-changed').length,
    join: async () => {
      live.rejoin();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('[EAR1] a page that just opened', () => {
  test('plays nothing before it has joined', () => {
    expect(aPage(...letIn('ear')).isHeld()).toBe(true);
  });

  test.for([
    ['passed', happens.passedEarCheck],
    ['was overridden', OVERRIDDEN],
  ] as const)('voids a check that %s before it opened, and plays nothing until the log has it', async ([, check]) => {
    for (const device of ['ear', 'combined'] as const) {
      const { live, isHeld, told, join } = aPage(...letIn(device), check);
      live.answer('ear-check:devices-changed', noAnswer);
      await join();
      expect([isHeld(), told()]).toEqual([true, 1]);
      live.answer('ear-check:devices-changed', () => ({ ok: true, value: { seq: 9 } }));
      await vi.advanceTimersByTimeAsync(2_000);
      expect([isHeld(), told()]).toEqual([false, 2]);
    }
  });

  test('voids nothing if there is no check', async () => {
    const { isHeld, told, join } = aPage(...letIn('ear'));
    await join();
    expect([isHeld(), told()]).toEqual([false, 0]);
  });

  test('keeps the check that it made over a lost connection', async () => {
    const { live, isHeld, told, join } = aPage(...letIn('ear'));
    await join();
    live.happen(happens.passedEarCheck);
    live.show({ connection: 'lost' });
    live.show({ connection: 'live' });
    await join();
    expect([isHeld(), told()]).toEqual([false, 0]);
  });

  test('that must knock again voids the check once it is let in', async () => {
    const { live, isHeld, told, join } = aPage(...letIn('ear'), happens.passedEarCheck);
    const { self } = live.getSnapshot();
    if (self === undefined) throw new Error('nobody');
    live.show({ self: { ...self, part: 'knocking' } });
    await join();
    expect([isHeld(), told()]).toEqual([true, 0]);
    live.show({ self });
    await vi.advanceTimersByTimeAsync(2_000);
    expect([isHeld(), told()]).toEqual([false, 1]);
  });
});

describe('[EAR1] a sign of another output', () => {
  test('silences the sound until it settles, also over a join in between', async () => {
    const { trust, isHeld, told, join, onChanged } = aPage(...letIn('ear'));
    await join();
    trust.doubt();
    await join();
    expect(isHeld()).toBe(true);
    trust.settle(false);
    await vi.advanceTimersByTimeAsync(0);
    expect([isHeld(), told(), onChanged.mock.calls.length]).toEqual([false, 0, 0]);
  });

  test('that was right voids the check, and is reported until the log has it, without a new connection', async () => {
    const { live, trust, isHeld, told, join, onChanged } = aPage(...letIn('ear'));
    await join();
    live.answer('ear-check:devices-changed', noAnswer);
    trust.doubt();
    trust.settle(true);
    await vi.advanceTimersByTimeAsync(4_000);
    expect([isHeld(), told(), onChanged.mock.calls.length]).toEqual([true, 3, 1]);
    trust.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).toBe(3);
  });
});
