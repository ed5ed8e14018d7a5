// @vitest-environment jsdom
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Ending } from '#client/api/liveView.ts';
import type { UnsentPress } from '#client/api/outbox.ts';
import { renderScreen } from '#client/components/renderScreen.tsx';
import { CodeId, PressId } from '#shared/protocol/ids.ts';
import { CAREGIVER_A, SESSION } from '#shared/session/aSession.ts';
import { SessionOver } from './SessionOver.tsx';
import type { Leftovers } from './useLeftovers.ts';

const id = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
const aCode = (n: number, code: string, pressedAt: number): UnsentPress => ({
  kind: 'code',
  pressId: PressId.parse(id(n)),
  place: n,
  codeId: CodeId.parse(id(n)),
  code,
  caregiverId: CAREGIVER_A,
  pressedAt,
  heardDelayMs: 0,
});

async function showOver(left: Leftovers, ending: Ending = 'closed') {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  await renderScreen(
    <RouterContextProvider router={router}>
      <SessionOver ending={ending} sessionId={SESSION} left={left} />
    </RouterContextProvider>,
    'console',
  );
}

test.for([
  ['closed', 'The session is over.'],
  ['taken-over', 'You opened this session in another window. It goes on there.'],
  ['revoked', 'You no longer have access to this session.'],
] as const)('a session that is %s says so', async ([ending, said]) => {
  await showOver({ unsent: [], refused: [] }, ending);
  expect(screen.getByRole('heading', { name: said })).toBeTruthy();
});

test('[LOG5] while codes are still handed in after the close, the coach is asked to keep the window open', async () => {
  await showOver({ unsent: [aCode(1, 'LP', 61_000)], refused: [] });
  expect(screen.getByRole('status').textContent).toMatch(/1 code of this window is still being sent/);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('[LOG5] codes that were not kept are named, each with its time', async () => {
  await showOver({ unsent: [], refused: [aCode(1, 'LP', 61_000), aCode(2, 'QU', 65_500)] });
  expect(screen.getByRole('alert').textContent).toMatch(/2 codes were not kept/);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['LP at 1:01', 'QU at 1:05']);
});
