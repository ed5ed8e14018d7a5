import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PROMPT_LIFETIME_MS, PROMPT_SHOWN_MS } from '#shared/domain/prompts.ts';
import { PromptId } from '#shared/protocol/ids.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CAREGIVER_B, LEAD, PARENT } from '#shared/session/testing/aSession.ts';
import { type FakeLive, fakeLive, happens, letIn, sendsPrompt } from '../testing/fakeFamily.ts';
import { openPromptDelivery } from './promptDelivery.ts';

const one = PromptId.parse('00000000-0000-4000-8000-000000000101');
const two = PromptId.parse('00000000-0000-4000-8000-000000000102');

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

type ShownPage = EventTarget & { visibilityState: DocumentVisibilityState };

function aPage() {
  const page: ShownPage = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
  const turn = (visibilityState: DocumentVisibilityState) => {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return Object.assign(page, { hide: () => turn('hidden'), look: () => turn('visible') });
}

const outcomes = ({ asked }: FakeLive) =>
  asked.filter(({ name }) => name === 'prompt:delivered').map(({ input }) => (input as { outcome: string }).outcome);

describe('a prompt', () => {
  test('is shown at once, reported to the coach, and disappears after its time', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined, page: aPage() });
    live.happen(sendsPrompt(one, 'Praise the tower'));
    expect(prompts.getSnapshot()?.text).toBe('Praise the tower');
    expect(outcomes(live)).toEqual(['shown']);
    vi.advanceTimersByTime(PROMPT_SHOWN_MS);
    expect(prompts.getSnapshot()).toBeUndefined();
  });

  test('[PRM2] disappears at once when the log says that its step is over, and is dropped if it arrives after that', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined, page: aPage() });
    live.happen(sendsPrompt(one, 'If you don’t …'));
    live.happen({ type: 'prompt.withdrawn', by: 'server', promptId: one });
    expect(prompts.getSnapshot()).toBeUndefined();
    live.show({ connection: 'lost' });
    live.happen(sendsPrompt(two, 'Sit here'), { type: 'prompt.withdrawn', by: 'server', promptId: two });
    live.show({ connection: 'live' });
    expect(prompts.getSnapshot()).toBeUndefined();
    expect(outcomes(live)).toEqual(['shown', 'dropped']);
  });

  test('is replaced by the next one', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined, page: aPage() });
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
    openPromptDelivery({ live, speak: undefined, page: aPage() });
    live.show({ connection: 'lost' });
    live.happen(sendsPrompt(one, 'Praise'));
    live.setNow(age);
    live.show({ connection: 'live' });
    expect(outcomes(live)).toEqual([outcome]);
  });

  test('is dropped if a newer one arrives together with it', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined, page: aPage() });
    live.happen(sendsPrompt(one, 'Praise'), sendsPrompt(two, 'Describe'));
    expect(prompts.getSnapshot()?.text).toBe('Describe');
    expect(outcomes(live)).toEqual(['dropped', 'shown']);
  });

  test('sent before this page opened is not reported', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching, sendsPrompt(one, 'Praise'));
    live.setNow(PROMPT_LIFETIME_MS + 1);
    openPromptDelivery({ live, speak: undefined, page: aPage() });
    expect(outcomes(live)).toEqual([]);
  });

  test('leaves the screen when coding begins', () => {
    const live = fakeLive(...letIn('combined'), happens.checkIn);
    const prompts = openPromptDelivery({ live, speak: undefined, page: aPage() });
    live.happen(sendsPrompt(one, 'Praise'));
    live.happen(happens.coding);
    expect(prompts.getSnapshot()).toBeUndefined();
  });

  test('[PRM1] sent while coding, for a command sequence, stays for its time', () => {
    const live = fakeLive(...letIn('combined'), happens.coding);
    const prompts = openPromptDelivery({ live, speak: undefined, page: aPage() });
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
    openPromptDelivery({ live, speak, page: aPage() });
    live.happen(sendsPrompt(one, 'Praise', true));
    await vi.advanceTimersByTimeAsync(0);
    return { speak, outcomes: outcomes(live) };
  }

  test.for(['combined', 'ear'] as const)('is spoken on a checked %s device of its wearer', async (device) => {
    const sent = await send(device, true);
    expect(sent.speak).toHaveBeenCalledWith('Praise', expect.anything());
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

describe('[EAR1] a prompt that is being spoken', () => {
  function speaking(...drafts: FactDraft[]) {
    let finish: () => void = () => undefined;
    const heard: { text: string; isBrokenOff: boolean }[] = [];
    const speak = (text: string, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const one = { text, isBrokenOff: false };
        heard.push(one);
        finish = resolve;
        signal.addEventListener('abort', () => {
          one.isBrokenOff = true;
          reject(new Error('broken off'));
        });
      });
    const live = fakeLive(...letIn('combined'), ...drafts);
    const prompts = openPromptDelivery({ live, speak, page: aPage() });
    live.happen(sendsPrompt(one, 'Praise', true));
    return { live, prompts, heard, finish: () => finish() };
  }
  const coached = [happens.passedEarCheck, happens.coaching];

  test.for<[string, (run: ReturnType<typeof speaking>) => void]>([
    ['the earphones may be out', ({ prompts }) => prompts.hold()],
    ['it is withdrawn', ({ live }) => live.happen({ type: 'prompt.withdrawn', by: 'server', promptId: one })],
    ['a phase takes it away', ({ live }) => live.happen(happens.feedback)],
    ['coding starts', ({ live }) => live.happen(happens.coding)],
    ['the connection is lost', ({ live }) => live.show({ connection: 'lost' })],
    ['the ear must be checked anew', ({ live }) => live.happen(happens.earCheckVoided)],
    ['the device becomes the room’s', ({ live }) => live.happen(happens.becomesRoom)],
    ['the next one comes', ({ live }) => live.happen(sendsPrompt(two, 'Describe'))],
    ['the device leaves the session', ({ prompts }) => prompts.close()],
  ])('stops at once when %s', async ([, happensNow]) => {
    const run = speaking(...coached);
    happensNow(run);
    expect(run.heard).toEqual([{ text: 'Praise', isBrokenOff: true }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes(run.live)).not.toContain('spoken');
  });

  test('stops when coding resumes after a pause, and stays on the screen', () => {
    const { live, prompts, heard } = speaking(happens.passedEarCheck, happens.coding, happens.pauses);
    live.happen({ type: 'coding.resumed', by: LEAD });
    expect(heard[0]?.isBrokenOff).toBe(true);
    expect(prompts.getSnapshot()?.text).toBe('Praise');
  });

  test('is spoken to its end otherwise', async () => {
    const { live, heard, finish } = speaking(...coached);
    vi.advanceTimersByTime(PROMPT_SHOWN_MS);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual([{ text: 'Praise', isBrokenOff: false }]);
    expect(outcomes(live)).toEqual(['shown', 'spoken']);
  });

  test('does not begin while the earphones may be out, and is not spoken later', () => {
    const { live, prompts, heard } = speaking(...coached);
    prompts.hold();
    live.happen(sendsPrompt(two, 'Describe', true));
    expect(prompts.getSnapshot()?.text).toBe('Describe');
    prompts.release();
    live.show({});
    expect(heard.map(({ text }) => text)).toEqual(['Praise']);
  });
});

describe('[PRM1] a prompt that arrives while the page is hidden', () => {
  function aHiddenPage(speak?: () => Promise<void>) {
    const page = aPage();
    const live = fakeLive(...letIn('combined'), happens.passedEarCheck, happens.coaching);
    const prompts = openPromptDelivery({ live, speak, page });
    page.hide();
    const pass = (ms: number) => {
      live.setNow(live.now() + ms);
      vi.advanceTimersByTime(ms);
    };
    return { live, page, prompts, pass, text: () => prompts.getSnapshot()?.text };
  }

  test('is shown and reported once the page is visible, if that is in time', () => {
    const { live, page, pass, text } = aHiddenPage();
    live.happen(sendsPrompt(one, 'Praise'));
    expect([text(), outcomes(live)]).toEqual([undefined, []]);
    pass(PROMPT_LIFETIME_MS - 1);
    page.look();
    expect([text(), outcomes(live)]).toEqual(['Praise', ['shown']]);
    pass(PROMPT_LIFETIME_MS);
    expect(outcomes(live)).toEqual(['shown']);
  });

  test('is dropped after its time, and does not show later', () => {
    const { live, page, pass, text } = aHiddenPage();
    live.happen(sendsPrompt(one, 'Praise'));
    pass(PROMPT_LIFETIME_MS + 1);
    expect(outcomes(live)).toEqual(['dropped']);
    page.look();
    expect([text(), outcomes(live)]).toEqual([undefined, ['dropped']]);
  });

  test('is dropped if the page slept for longer than its timers', () => {
    const { live, page, text } = aHiddenPage();
    live.happen(sendsPrompt(one, 'Praise'));
    live.setNow(live.now() + PROMPT_LIFETIME_MS + 1);
    page.look();
    expect([text(), outcomes(live)]).toEqual([undefined, ['dropped']]);
  });

  test('is dropped when the next one comes, or its step is over', () => {
    const { live, page, text } = aHiddenPage();
    live.happen(sendsPrompt(one, 'Praise'));
    live.happen(sendsPrompt(two, 'Describe'));
    expect(outcomes(live)).toEqual(['dropped']);
    live.happen({ type: 'prompt.withdrawn', by: 'server', promptId: two });
    page.look();
    expect([text(), outcomes(live)]).toEqual([undefined, ['dropped', 'dropped']]);
  });

  test('is spoken anyway, and not reported again', async () => {
    const { live, page, pass, text } = aHiddenPage(() => Promise.resolve());
    live.happen(sendsPrompt(one, 'Praise', true));
    await vi.advanceTimersByTimeAsync(0);
    pass(PROMPT_LIFETIME_MS + 1);
    page.look();
    expect([text(), outcomes(live)]).toEqual([undefined, ['spoken']]);
  });

  test.for([
    ['said', ['spoken']],
    ['broken off', ['dropped']],
  ] as const)('that is still read aloud after its time is reported once it is %s', async ([end, told]) => {
    const reading = Promise.withResolvers();
    const { live, page, pass, text } = aHiddenPage(() => reading.promise.then(() => undefined));
    live.happen(sendsPrompt(one, 'Praise', true));
    pass(PROMPT_LIFETIME_MS + 1);
    page.look();
    expect(outcomes(live)).toEqual([]);
    if (end === 'said') reading.resolve(undefined);
    else reading.reject(new Error('The voice was taken away.'));
    await vi.advanceTimersByTimeAsync(0);
    page.look();
    expect([text(), outcomes(live)]).toEqual([undefined, told]);
  });

  test('nothing older stays on a page that was hidden meanwhile', () => {
    const page = aPage();
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const prompts = openPromptDelivery({ live, speak: undefined, page });
    live.happen(sendsPrompt(one, 'Praise'));
    page.hide();
    live.happen(sendsPrompt(two, 'Describe'));
    page.look();
    expect(prompts.getSnapshot()?.text).toBe('Describe');
    expect(outcomes(live)).toEqual(['shown', 'shown']);
  });
});
