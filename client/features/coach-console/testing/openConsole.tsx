import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, screen } from '@testing-library/react';
import { liveParts, type ScriptedSession } from '#client/live/testing/aLiveSession.ts';
import { LiveProvider } from '#client/live/LiveContext.tsx';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { LEAD, PARENT, sounds, START_CODING, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { CoachConsole } from '../CoachConsole.tsx';

const SESSION = SessionId.parse('00000000-0000-4000-8000-000000000001');

/** Sessions to open the console with in tests, and functions that press its keys. */
export const CODING: readonly FactDraft[] = [...UNTIL_CHECK_IN, START_CODING];
export const CODING_PDI: readonly FactDraft[] = [...UNTIL_CHECK_IN, { ...START_CODING, kind: 'pdi' }];
export const COACHING: readonly FactDraft[] = [
  ...UNTIL_CHECK_IN,
  sounds(LEAD),
  sounds(PARENT),
  { type: 'coaching.started', by: LEAD },
];

export async function openConsole(live: ScriptedSession) {
  const { parts, microphone, setHealth, setOutputGone } = liveParts(live);
  await renderScreen(
    <QueryClientProvider client={new QueryClient()}>
      <LiveProvider parts={parts}>
        <CoachConsole program={PCIT} sessionId={SESSION} />
      </LiveProvider>
    </QueryClientProvider>,
    'console',
    'safety',
    'pad',
    'planning',
    'family',
  );
  return { microphone, setHealth, setOutputGone, asked: () => live.asked.map(({ name }) => name) };
}

export const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
export const release = (key: string, more: object = {}) =>
  fireEvent.keyUp(document.activeElement ?? document.body, { key, ...more });
export const pressAndWait = (key: string, more: object = {}) =>
  act(async () => {
    press(key, more);
    await Promise.resolve();
  });
export const pad = () => screen.getByRole('region', { name: 'Codes' });
