import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PROMPT_LIFETIME_MS, PROMPT_SHOWN_MS } from '#shared/domain/prompts.ts';
import { PromptId } from '#shared/protocol/ids.ts';
import { CAREGIVER_B, PARENT } from '#shared/session/aSession.ts';
import { type FakeLive, fakeLive, happens, letIn, sendsPrompt } from '../fakeFamily.ts';
import { openPromptDelivery } from './promptDelivery.ts';

const one = PromptId.parse('00000000-0000-4000-8000-000000000101');
const two = PromptId.parse('00000000-0000-4000-8000-000000000102');

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const outcomes = ({ asked }: FakeLive) =>
  asked.filter(({ name }) => name === 'prompt:delivered').map(({ input }) => (input as { outcome: string }).outcome);

describe('a prompt', () => {
  test('is shown at once, told to the coach, and goes after its time', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined });
    live.happen(sendsPrompt(one, 'Praise the tower'));
    expect(prompts.getSnapshot()?.text).toBe('Praise the tower');
    expect(outcomes(live)).toEqual(['shown']);
    vi.advanceTimersByTime(PROMPT_SHOWN_MS);
    expect(prompts.getSnapshot()).toBeUndefined();
  });

  test('[PRM2] goes at once when the log says that its step is over, and comes late as dropped', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined });
    live.happen(sendsPrompt(one, 'If you don’t …'));
    live.happen({ type: 'prompt.withdrawn', by: 'server', promptId: one });
    expect(prompts.getSnapshot()).toBeUndefined();
    live.show({ connection: 'lost' });
    live.happen(sendsPrompt(two, 'Sit here'), { type: 'prompt.withdrawn', by: 'server', promptId: two });
    live.show({ connection: 'live' });
    expect(prompts.getSnapshot()).toBeUndefined();
    expect(outcomes(live)).toEqual(['shown', 'dropped']);
  });

  test('gives way to the next one', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined });
    live.happen(sendsPrompt(one, 'Praise'));
    vi.advanceTimersByTime(PROMPT_SHOWN_MS - 1_000);
    live.happen(sendsPrompt(two, 'Describe'));
    vi.advanceTimersByTime(1_000);
    expect(prompts.getSnapshot()?.text).toBe('Describe');
  });

  test.for([
    [PROMPT_LIFETIME_MS, 'shown'],
    [PROMPT_LIFETIME_MS + 1, 'dropped'],
  ] as const)('[PRM1] that is %i ms old on arrival is %s', ([age, outcome]) => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    openPromptDelivery({ live, speak: undefined });
    live.show({ connection: 'lost' });
    live.happen(sendsPrompt(one, 'Praise'));
    live.setNow(age);
    live.show({ connection: 'live' });
    expect(outcomes(live)).toEqual([outcome]);
  });

  test('of two that arrive together the newer is shown and the older dropped', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined });
    live.happen(sendsPrompt(one, 'Praise'), sendsPrompt(two, 'Describe'));
    expect(prompts.getSnapshot()?.text).toBe('Describe');
    expect(outcomes(live)).toEqual(['dropped', 'shown']);
  });

  test('from before this page was open is not told of', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching, sendsPrompt(one, 'Praise'));
    live.setNow(PROMPT_LIFETIME_MS + 1);
    openPromptDelivery({ live, speak: undefined });
    expect(outcomes(live)).toEqual([]);
  });

  test('leaves the screen when coding begins', () => {
    const live = fakeLive(...letIn('combined'), happens.checkIn);
    const prompts = openPromptDelivery({ live, speak: undefined });
    live.happen(sendsPrompt(one, 'Praise'));
    live.happen(happens.coding);
    expect(prompts.getSnapshot()).toBeUndefined();
  });

  test('[PRM1] that is sent while coding, to follow a command through, stays its time', () => {
    const live = fakeLive(...letIn('combined'), happens.coding);
    const prompts = openPromptDelivery({ live, speak: undefined });
    live.happen(sendsPrompt(one, 'Warn once'));
    live.show({});
    expect(prompts.getSnapshot()?.text).toBe('Warn once');
    vi.advanceTimersByTime(PROMPT_SHOWN_MS);
    expect(prompts.getSnapshot()).toBeUndefined();
  });
});

describe('a prompt that may be spoken', () => {
  async function send(device: 'combined' | 'room' | 'ear', checked: boolean, wearsOther = false) {
    const speak = vi.fn(() => Promise.resolve());
    const live = fakeLive(...letIn(device), happens.coaching);
    if (wearsOther) live.happen({ type: 'device.wearer-set', by: PARENT, participantId: PARENT, wearer: CAREGIVER_B });
    if (checked) live.happen(happens.passedEarCheck);
    openPromptDelivery({ live, speak });
    live.happen(sendsPrompt(one, 'Praise', true));
    await vi.advanceTimersByTimeAsync(0);
    return { speak, outcomes: outcomes(live) };
  }

  test.for(['combined', 'ear'] as const)('is spoken on a checked %s device of its wearer', async (device) => {
    const sent = await send(device, true);
    expect(sent.speak).toHaveBeenCalledWith('Praise');
    expect(sent.outcomes).toEqual(['shown', 'spoken']);
  });

  test('is never spoken on a room device', async () => {
    const sent = await send('room', true);
    expect(sent.speak).not.toHaveBeenCalled();
    expect(sent.outcomes).toEqual(['shown']);
  });

  test('is not spoken before the ear check has passed', async () => {
    expect((await send('combined', false)).speak).not.toHaveBeenCalled();
  });

  test('does not reach the ear of the other caregiver', async () => {
    expect((await send('ear', true, true)).outcomes).toEqual([]);
  });
});
