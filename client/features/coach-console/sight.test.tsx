// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { aLiveSession } from '#client/components/live/aLiveSession.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CODING, openConsole } from './openConsole.tsx';

const returned = (what: 'picture' | 'sound') => ({ type: 'sight.returned', by: 'server', what }) as const;
const lost = (what: 'picture' | 'sound', why: 'device-stopped' | 'not-shown', since: number): FactDraft => {
  return { type: 'sight.lost', by: 'server', what, since, why };
};
const clock = () => screen.getByRole('region', { name: 'Coding time left' }).textContent;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  return () => vi.useRealTimers();
});

test('[WIN4] a coach who does not see the room is told at once, and why; the clock stands and the strip has the gap', async () => {
  const live = aLiveSession([...CODING, returned('picture'), returned('sound')]);
  await openConsole(live);
  expect(screen.queryByRole('alert')).toBeNull();
  live.setNow(90_000);
  act(() => live.happen(lost('picture', 'device-stopped', 88_000)));
  expect(screen.getByRole('alert').textContent).toMatch(/^You do not see the room\..*clock stands still.*device says/);
  expect(clock()).toContain('The clock stands still: no picture');
  expect(screen.getByRole('region', { name: 'Last codes' }).textContent).toContain('Cut off');
  act(() => live.happen(lost('sound', 'not-shown', 89_000)));
  expect(screen.getByRole('alert').textContent).toContain('neither see nor hear');

  live.setNow(95_000);
  act(() => live.happen(returned('picture'), returned('sound')));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(clock()).toContain('Coding Maria');
  expect(screen.getByRole('region', { name: 'Last codes' }).textContent).toContain('0:07');
});
