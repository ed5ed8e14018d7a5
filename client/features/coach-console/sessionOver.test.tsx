// @vitest-environment jsdom
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/components/renderScreen.tsx';
import { SessionId } from '#shared/protocol/ids.ts';
import { SessionOver } from './SessionOver.tsx';

const sessionId = SessionId.parse('6e1f3a0e-8f0b-4f5e-9a53-0a4d0f2f6b11');
const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });

test.for([
  ['closed', 'The session is over.'],
  ['taken-over', 'You opened this session in another window. It goes on there.'],
  ['revoked', 'You no longer have access to this session.'],
] as const)('a session that is %s says so, also to a page that never was in it', async ([ending, said]) => {
  await renderScreen(
    <RouterContextProvider router={router}>
      <SessionOver ending={ending} sessionId={sessionId} />
    </RouterContextProvider>,
    'console',
  );
  expect(screen.getByRole('heading', { name: said })).toBeTruthy();
});
