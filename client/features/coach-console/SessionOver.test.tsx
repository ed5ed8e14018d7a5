// @vitest-environment jsdom
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { fireEvent, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Leftovers } from '#client/api/leftovers.ts';
import type { Ending } from '#client/api/liveView.ts';
import { aLeftoversServer } from '#client/api/testing/aLeftoversServer.ts';
import { openOutbox, outboxKey, type UnsentPress } from '#client/api/outbox.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { LeftoversProvider } from '#client/frame/leftovers/LeftoversProvider.tsx';
import { NotKeptNotes } from '#client/frame/leftovers/NotKeptNotes.tsx';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { CodeId, PressId } from '#shared/protocol/ids.ts';
import { fail } from '#shared/protocol/reply.ts';
import { CAREGIVER_A, LEAD, SESSION } from '#shared/session/testing/aSession.ts';
import { SessionClosedBefore, SessionOver } from './SessionOver.tsx';

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

async function show(page: ReactNode) {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  await renderScreen(<RouterContextProvider router={router}>{page}</RouterContextProvider>, 'console');
}

async function showOver(left: Pick<Leftovers, 'unsent' | 'refused'>, ending: Ending = 'closed') {
  await show(
    <SessionOver ending={ending} sessionId={SESSION} left={{ ...left, isKept: true, isSendingStopped: false }} />,
  );
}

/** A browser that keeps codes of a session that is over. The test decides what its server answers. */
function aKeptSession() {
  onTestFinished(() => localStorage.clear());
  const server = aLeftoversServer();
  const outbox = openOutbox(browserPressStore(), outboxKey(SESSION, LEAD), () => id(9));
  const keep = (n: number) => void outbox.add(aCode(n, 'LP', n * 1_000));
  const within = (page: string, screenOf: ReactNode) => (
    <LeftoversProvider participantId={LEAD} page={page} connect={server.connect}>
      {screenOf}
    </LeftoversProvider>
  );
  return { server, keep, within };
}

test.for([
  ['closed', 'The session is over.'],
  ['taken-over', 'You opened this session in another window. Continue there.'],
  ['revoked', 'You no longer have access to this session.'],
] as const)('a session that is %s says so', async ([ending, said]) => {
  await showOver({ unsent: [], refused: [] }, ending);
  expect(screen.getByRole('heading', { name: said })).toBeTruthy();
});

test('[LOG5] while codes are still being sent after the close, the coach is asked to keep the window open', async () => {
  await showOver({ unsent: [aCode(1, 'LP', 61_000)], refused: [] });
  expect(screen.getByRole('status').textContent).toMatch(/1 code from this page is still being sent/);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('[LOG5] codes that cannot be sent anymore are not called kept', async () => {
  await showOver({ unsent: [aCode(1, 'LP', 61_000)], refused: [] }, 'revoked');
  expect(screen.getByRole('status').textContent).toMatch(/1 code from this page was not sent/);
  expect(screen.queryByText('Everything that you coded until then is kept.')).toBeNull();
});

test('[LOG5] codes that were not saved are listed with their times', async () => {
  await showOver({ unsent: [], refused: [aCode(1, 'LP', 61_000), aCode(2, 'QU', 65_500)] });
  expect(screen.getByRole('alert').textContent).toMatch(/2 key presses from this browser were not saved/);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['LP at 1:01', 'QU at 1:05']);
});

test('[LOG5] unsaved undos and judgments are listed too, with their times if known', async () => {
  const { pressId, codeId, place } = aCode(1, 'LP', 1_000);
  const press = { pressId, codeId, place };
  await showOver({
    unsent: [],
    refused: [
      { ...press, kind: 'undo', pressedAt: 61_000 },
      { ...press, pressId: PressId.parse(id(2)), kind: 'judge', effective: false, pressedAt: 65_500 },
      { ...press, pressId: PressId.parse(id(3)), kind: 'judge', effective: true },
    ],
  });
  expect(screen.getByRole('alert').textContent).toMatch(/3 key presses from this browser were not saved/);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Undo at 1:01',
    'Command judged not effective at 1:05',
    'Command judged effective at –',
  ]);
});

test('[LOG5] if the sign-in has ended by the close, codes are not shown as being sent forever', async () => {
  const { server, keep, within } = aKeptSession();
  server.signOut();
  keep(61);
  await show(within('/session/1', <SessionClosedBefore sessionId={SESSION} />));
  expect(screen.getByRole('status').textContent).toMatch(/1 code from this page was not sent\. This browser keeps it/);
});

test('[LOG5] the page of a closed session sends its kept codes and lists refused ones', async () => {
  const { server, keep, within } = aKeptSession();
  server.answerWith(fail('not-now', 'The record is signed off.'));
  keep(61);
  await show(within('/session/1', <SessionClosedBefore sessionId={SESSION} />));
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /1 key press from this browser was not saved.*LP at 1:01/,
  );
  expect(screen.getByRole('status').textContent).toBe('');
  expect(screen.queryByText('Everything that you coded until then is kept.')).toBeNull();
});

function TwoPages({ within }: { readonly within: (page: string) => ReactNode }) {
  const [page, setPage] = useState('/');
  return (
    <>
      <button onClick={() => setPage('/families')}>Families</button>
      {within(page)}
    </>
  );
}

test('[LOG5] each newly opened staff page sends kept codes, and shows refused ones until they were read', async () => {
  const { server, keep, within } = aKeptSession();
  await show(<TwoPages within={(page) => within(page, <NotKeptNotes />)} />);
  expect(server.handshakes).toEqual([]);
  server.answerWith(fail('not-now', 'The session is over.'));
  keep(5);
  fireEvent.click(screen.getByRole('button', { name: 'Families' }));
  await vi.waitFor(() => expect(server.sent).toMatchObject([{ sessionId: SESSION, input: { codeId: id(5) } }]));
  expect((await screen.findByRole('alert')).textContent).toMatch(/LP at 0:05/);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
});
