// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { type GapCause, gapTitle, gapWords } from '#shared/domain/gapCauses.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { NoteId } from '#shared/protocol/ids.ts';
import { LEAD, PARENT } from '#shared/session/testing/aSession.ts';
import { CODING, openConsole } from './testing/openConsole.tsx';

const returned = (what: 'picture' | 'sound') => ({ type: 'sight.returned', by: 'server', what }) as const;
const lost = (what: 'picture' | 'sound', why: 'device-stopped' | 'not-shown', since: number): FactDraft => {
  return { type: 'sight.lost', by: 'server', what, since, why };
};
const clock = () => screen.getByRole('region', { name: 'Coding time left' }).textContent;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  return () => vi.useRealTimers();
});

test('[WIN4] a coach who does not see the room is told at once and why; the clock stops and the strip shows the gap', async () => {
  const live = aLiveSession([...CODING, returned('picture'), returned('sound')]);
  await openConsole(live);
  expect(screen.queryByRole('alert')).toBeNull();
  live.setNow(90_000);
  act(() => live.happen(lost('picture', 'device-stopped', 88_000)));
  expect(screen.getByRole('alert').textContent).toMatch(/^You can’t see the room\..*clock is paused.*device reports/);
  expect(clock()).toContain('Clock paused: no picture');
  expect(within(screen.getByRole('banner')).getByText('No picture')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Last codes' }).textContent).toContain('No picture');
  act(() => live.happen(lost('sound', 'not-shown', 89_000)));
  expect(screen.getByRole('alert').textContent).toContain('can’t see or hear');
  expect(clock()).toContain('no picture and no sound');

  live.setNow(95_000);
  act(() => live.happen(returned('picture'), returned('sound')));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(clock()).toContain('Coding Maria');
  expect(screen.getByRole('region', { name: 'Last codes' }).textContent).toContain('0:07');
});

test('[WIN4] a coach whose own sound output is gone reads only that, and not that the room’s sound is lost', async () => {
  const live = aLiveSession([...CODING, returned('picture'), returned('sound')]);
  const { setOutputGone } = await openConsole(live);
  act(() => setOutputGone(true));
  expect(screen.getByRole('alert').textContent).not.toContain('clock is paused');
  act(() => live.happen(lost('sound', 'not-shown', 88_000)));
  expect(screen.getByRole('alert').textContent).toMatch(
    /^The sound output that you chose was disconnected.*clock is paused/,
  );
  act(() => live.happen(lost('picture', 'device-stopped', 89_000)));
  expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('you can’t hear anything'),
    expect.stringMatching(/^You can’t see the room\./),
  ]);
  act(() => setOutputGone(false));
  expect(screen.getByRole('alert').textContent).toContain('can’t see or hear');
});

const ALL_CAUSES: readonly (readonly GapCause[])[] = [
  ['connection'],
  ['picture'],
  ['sound'],
  ['picture', 'sound'],
  ['connection', 'picture'],
  ['connection', 'sound'],
  ['connection', 'picture', 'sound'],
  ['family-left'],
];

test.for(ALL_CAUSES.map((causes) => ({ causes })))(
  '[WIN4] a gap that lost $causes is told so on the strip, the clock and the window row',
  async ({ causes }) => {
    const live = aLiveSession([...CODING, returned('picture'), returned('sound')]);
    await openConsole(live);
    const lose = causes.map((cause): FactDraft => {
      if (cause === 'picture' || cause === 'sound') return lost(cause, 'device-stopped', 30_000);
      const why = cause === 'connection' ? 'connection' : 'left';
      return { type: 'participant.left', by: 'server', participantId: cause === 'coach-left' ? LEAD : PARENT, why };
    });
    live.setNow(30_000);
    act(() => live.happen(...lose.toReversed()));
    live.setNow(95_000);
    act(() =>
      live.happen({ type: 'note.written', by: LEAD, noteId: NoteId.parse(crypto.randomUUID()), text: 'Still gone' }),
    );
    const title = gapTitle([causes]);
    const words = gapWords([causes]);
    expect(screen.getByRole('region', { name: 'Last codes' }).textContent).toContain(`${title}now`);
    expect(screen.getByText(`${title} for 1:05. This window does not count.`)).toBeTruthy();
    expect(screen.getByText('Does not count')).toBeTruthy();
    expect(clock()).toContain(`Clock paused: ${causes.includes('connection') ? 'cut off' : words}`);
  },
);

test('[WIN4] a lead coach who is cut off reads that the clock is stopped and that codes are kept but do not count', async () => {
  const live = aLiveSession([...CODING, returned('picture'), returned('sound')]);
  await openConsole(live);
  live.setNow(40_000);
  fireEvent.keyDown(document.body, { key: 'b' });
  expect(screen.getByRole('button', { name: /Behavior description, 1 time/ })).toBeTruthy();

  live.setNow(45_000);
  act(() => live.set({ connection: 'lost', cutOffSince: 40_500 }));
  const cutAt = clock();
  live.setNow(55_000);
  fireEvent.keyDown(document.body, { key: 'b' });
  act(() => void vi.advanceTimersByTime(2_000));
  expect(clock()).toBe(cutAt);
  expect(cutAt).toBe('4:20Clock paused: cut off');
  const said = screen.getByRole('alert').textContent;
  expect(said).toContain('Connection lost. Your codes are kept and will be sent.');
  expect(said).toContain('does not count in this window');
  expect(screen.getByRole('button', { name: /Behavior description, 1 time/ })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Codes' }).textContent).toContain('codes do not count');
  expect(screen.getByRole('region', { name: 'Last codes' }).textContent).toContain('Cut offnow');

  act(() => live.set({ connection: 'live' }));
  expect(clock()).toContain('Coding Maria');
});
