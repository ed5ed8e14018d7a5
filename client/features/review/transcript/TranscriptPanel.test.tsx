// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { HttpError } from '#client/api/http.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { aCodeLine, someLines } from './testing/someLines.ts';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import type { TranscriptPanelProps, WrittenUtterance } from './transcriptProps.ts';

const PCIT = findProgram('pcit', 'pcit-2011')!;

function aPlayhead() {
  const listeners = new Set<() => void>();
  let at = 0;
  return {
    now: () => at,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moveTo: (next: number) =>
      act(() => {
        at = next;
        listeners.forEach((listener) => listener());
      }),
  };
}

async function open(over: Partial<TranscriptPanelProps> = {}) {
  const now = aPlayhead();
  const played: number[] = [];
  const written: WrittenUtterance[] = [];
  const props: TranscriptPanelProps = {
    lines: someLines(PCIT),
    program: PCIT,
    now,
    onPlay: (at) => played.push(at),
    onWrite: async (utterance) => void written.push(utterance),
    speech: { is: 'done' },
    onFindSpeech: undefined,
    ...over,
  };
  await renderScreen(<TranscriptPanel {...props} />, 'transcript');
  return { now, played, written };
}

const lineOf = (text: string | RegExp) => screen.getByRole('button', { name: text });
const lines = () => screen.getAllByRole('listitem');

test('a click on a line plays it', async () => {
  const { played } = await open();
  await userEvent.click(lineOf(/Labeled praise/));
  expect(played).toEqual([62_000]);
});

test('the list is one stop for Tab; arrows go from line to line, and Enter plays', async () => {
  const { played } = await open();
  act(() => lines()[0]!.querySelector('button')!.focus());
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(played).toEqual([62_000]);
  await userEvent.keyboard('{End}{Enter}{Home}{ArrowUp}{Enter}');
  expect(played).toEqual([62_000, 391_000, 60_000]);
});

test('the line at the playhead is marked, and only that one', async () => {
  const { now } = await open();
  now.moveTo(65_000);
  const current = () => lines().filter((line) => line.getAttribute('aria-current') === 'true');
  expect(current()).toHaveLength(1);
  expect(within(current()[0]!).getByText('You put it up high')).toBeDefined();
  now.moveTo(71_000);
  expect(within(current()[0]!).getByText(/nothing coded/)).toBeDefined();
});

/** Simulates layout, which jsdom lacks: lines of 40 px in a scrolling list of 300 px. */
function layOut() {
  const rect = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: HTMLElement,
  ) {
    const list = screen.getByRole('list');
    if (this === list) return new DOMRect(0, 100, 300, 300);
    const place = Number(this.closest('[aria-posinset]')?.getAttribute('aria-posinset')) - 1;
    return new DOMRect(0, 100 + place * 40 - list.scrollTop, 300, 40);
  });
  onTestFinished(() => rect.mockRestore());
}
const MANY = Array.from({ length: 250 }, (_, n) => aCodeLine(n, { at: n * 1_000 }));
const follow = () => screen.getByRole('button', { name: 'Follow' });
/** The top of a line in its list, in px. */
const topOf = (n: number) => n * 40 - screen.getByRole('list').scrollTop;

test('the list follows the playhead, and moves only once the line is leaving its upper part', async () => {
  layOut();
  const { now } = await open({ lines: MANY });
  now.moveTo(2_000);
  expect(screen.getByRole('list').scrollTop).toBe(0);
  for (const second of [6, 100, 240, 30]) {
    now.moveTo(second * 1_000);
    expect(topOf(second)).toBe(75);
  }
});

test('scrolling by hand ends the following, and Follow takes it up again', async () => {
  layOut();
  const { now } = await open({ lines: MANY });
  fireEvent.wheel(screen.getByRole('list'));
  expect(follow().getAttribute('aria-pressed')).toBe('false');
  now.moveTo(100_000);
  expect(screen.getByRole('list').scrollTop).toBe(0);
  await userEvent.click(follow());
  expect(topOf(100)).toBe(75);
});

test('going through the lines by keys ends the following', async () => {
  await open();
  act(() => lines()[0]!.querySelector('button')!.focus());
  await userEvent.keyboard('{ArrowDown}');
  expect(follow().getAttribute('aria-pressed')).toBe('false');
});

test('while words are written, their field stays where it is', async () => {
  layOut();
  const { now } = await open({ lines: MANY });
  await userEvent.click(screen.getAllByRole('button', { name: /words|Enter what/ })[0]!);
  now.moveTo(100_000);
  expect(screen.getByRole('list').scrollTop).toBe(0);
  await userEvent.keyboard('{Escape}');
  expect(topOf(100)).toBe(75);
});

test('search leaves the lines that have it, and says how many', async () => {
  await open();
  await userEvent.type(screen.getByRole('searchbox'), 'high');
  expect(lines()).toHaveLength(1);
  expect(screen.getByRole('status').textContent).toBe('1 line of 18');
});

test('what nothing matches says what to do', async () => {
  await open();
  await userEvent.type(screen.getByRole('searchbox'), 'zebra');
  expect(screen.getByText(/Remove a search word/)).toBeDefined();
});

test('“speech, nothing coded” can be looked at alone', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: /^Speech, nothing coded/ }));
  expect(lines()).toHaveLength(1);
});

test('[REV3] an undone and a corrected code are there, and say so', async () => {
  await open();
  expect(lineOf(/Question.*undone/)).toBeDefined();
  expect(lineOf(/Reflection.*Should be Unlabeled praise \(Ada: nothing was said back\)/)).toBeDefined();
});

test('words are typed on a code and kept with Enter', async () => {
  const { written } = await open();
  await userEvent.click(screen.getByRole('button', { name: 'Change the words at 1:04' }));
  const field = screen.getByRole('textbox', { name: 'What was said' });
  await userEvent.clear(field);
  await userEvent.type(field, 'You put it higher{Enter}');
  expect(written).toMatchObject([{ at: 64_500, stream: 'parent', text: 'You put it higher' }]);
  expect(written[0]?.utteranceId).toBeDefined();
  expect(written[0]?.codeId).not.toBeNull();
});

test('[TRN5] what a machine wrote is marked, and becomes the writer’s own words', async () => {
  const { written } = await open();
  expect(lineOf(/Labeled praise.*transcribed automatically/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Change the words at 1:02' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'What was said' }), '!{Enter}');
  expect(written).toMatchObject([{ utteranceId: undefined, text: 'I love how gently you build!' }]);
});

test('[TRN4] on speech that nobody coded, the writer says who spoke', async () => {
  const { written } = await open();
  await userEvent.click(screen.getByRole('button', { name: 'Enter what was said at 1:10' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Who spoke' }), 'Child');
  await userEvent.type(screen.getByRole('textbox', { name: 'What was said' }), 'Mine{Enter}');
  expect(written).toEqual([{ utteranceId: undefined, at: 70_000, stream: 'child', text: 'Mine', codeId: null }]);
});

test('Escape writes nothing and goes back to the line', async () => {
  const { written } = await open();
  await userEvent.click(screen.getByRole('button', { name: 'Change the words at 1:04' }));
  await userEvent.keyboard('x{Escape}');
  expect(written).toEqual([]);
  expect(document.activeElement).toBe(lineOf(/You put it up high/));
});

test('words that could not be kept stay in the field, and the screen says so', async () => {
  await open({ onWrite: () => Promise.reject(new HttpError('offline')) });
  await userEvent.click(screen.getByRole('button', { name: 'Change the words at 1:04' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'What was said' }), ' now{Enter}');
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'What was said' }).value).toBe('You put it up high now');
});

test('whoever may not write has no field for it', async () => {
  await open({ onWrite: undefined });
  expect(screen.queryByRole('button', { name: /words|Write/ })).toBeNull();
});

test('a recording that was not searched can be', async () => {
  let asked = 0;
  await open({ speech: { is: 'none' }, onFindSpeech: () => (asked += 1) });
  await userEvent.click(screen.getByRole('button', { name: 'Find speech' }));
  expect(asked).toBe(1);
});

test('while speech is found the screen says how far it is', async () => {
  await open({ speech: { is: 'running', share: 0.42 } });
  expect(screen.getByText('Finding speech: 42%')).toBeDefined();
});

test('of thousands of lines, those far away take place and nothing more, until they are near', async () => {
  const seen = new Map<Element, (near: boolean) => void>();
  class Observer {
    readonly report;
    constructor(report: (entries: readonly object[]) => void) {
      this.report = report;
    }
    observe(element: Element) {
      seen.set(element, (isIntersecting) => this.report([{ isIntersecting, boundingClientRect: { height: 1_234 } }]));
    }
    disconnect() {
      seen.clear();
    }
  }
  Object.assign(globalThis, { IntersectionObserver: Observer });
  try {
    await open({ lines: Array.from({ length: 2_500 }, (_, n) => aCodeLine(n, { at: n * 1_000 })) });
    expect(lines().length).toBeLessThan(100);
    const [, far] = [...seen].at(-1)!;
    act(() => far(true));
    expect(lines().at(-1)?.getAttribute('aria-posinset')).toBe('2500');
  } finally {
    Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  }
});

test('[LOG5] a code that arrived after the close says so, and when it was pressed', async () => {
  await open({ lines: [aCodeLine(1, { latePress: 723_000 }), aCodeLine(2, {})] });
  const [late, other] = lines();
  expect(late?.textContent).toContain('arrived after the session, pressed at 12:03');
  expect(other?.textContent).not.toContain('arrived after');
});

test('[WIN2] a code outside any window says so, and no other', async () => {
  await open({ lines: [aCodeLine(1, { code: 'LP', isOutside: true }), aCodeLine(2, { code: 'BD' })] });
  expect(lineOf(/Labeled praise.*outside all windows: not in any figure/)).toBeTruthy();
  expect(lineOf(/Behavior description/).textContent).not.toContain('outside');
});
