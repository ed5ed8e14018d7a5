// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { MeProvider } from '#client/api/me.ts';
import { readCourse } from '#client/planning/useFamilyCourse.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aFamilyRecord, day } from '#shared/course/testing/aFamilyRecord.ts';
import type { FamilyErasure } from '#shared/protocol/http/erasures.ts';
import type { FamilyRetention } from '#shared/protocol/http/retention.ts';
import { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { FamilyScreenProvider } from '../FamilyScreen.tsx';
import { ErasureSection } from './ErasureSection.tsx';

const NOTHING: FamilyErasure = {
  request: null,
  hold: null,
  counts: { sessions: 12, facts: 900, entries: 30, recordings: 0 },
};

const NONE_DUE: FamilyRetention = { announced: [], total: 0, kept: [] };

async function show(
  role: 'therapist' | 'supervisor',
  erasure: FamilyErasure = NOTHING,
  retention: FamilyRetention = NONE_DUE,
) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, { method, body }: { method: string; body?: string }) => {
    if (method === 'POST') asked.push(`${url} ${body ?? ''}`);
    const answer = url.endsWith('/retention') ? retention : erasure;
    return Promise.resolve(Response.json(method === 'POST' ? null : answer));
  });
  const found = readCourse(aFamilyRecord(), new Date(day(30)));
  if (found === undefined) throw new Error('The record’s program is not known');
  const me = { userId: ParticipantId.parse('noor'), name: 'Noor', email: 'noor@clinic.example', role };
  await renderScreen(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MeProvider value={me}>
        <FamilyScreenProvider
          value={{ ...found, mayWrite: true, enter: () => Promise.resolve(), onGone: () => undefined }}
        >
          <ErasureSection />
        </FamilyScreenProvider>
      </MeProvider>
    </QueryClientProvider>,
    'erasures',
    'retention',
    'families',
  );
  await screen.findByText('12 sessions, 0 recordings, 30 entries in the record');
  return { asked };
}

test('[ERA1] a therapist asks for an erasure with a reason, and sets no legal hold', async () => {
  const { asked } = await show('therapist');
  expect(screen.queryByRole('button', { name: 'Set a legal hold' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Ask to erase this family' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Ask an admin' }));
  expect(await screen.findByText('Choose a reason.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'time-over' } });
  fireEvent.click(screen.getByRole('button', { name: 'Ask an admin' }));
  await waitFor(() => expect(asked).toEqual([expect.stringMatching(/^\/api\/erasures .*"reason":"time-over"/u)]));
});

test('[ERA4] everybody who sees the family sees its legal hold, and a supervisor lifts it', async () => {
  const hold = { reason: 'court', setBy: 'Sam', setAt: '2026-03-02T09:00:00Z' } as const;
  await show('supervisor', { ...NOTHING, hold });
  expect(screen.getByText(/^Set by Sam, .+: A court case or a claim[.]/u)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Lift the legal hold' })).toBeTruthy();
});

test('[ERA7] the copy is prepared, and then the browser downloads it by itself', async () => {
  const followed: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    followed.push(this.pathname);
  });
  const { asked } = await show('therapist');
  fireEvent.click(screen.getByRole('button', { name: 'Download the copy' }));
  expect(await screen.findByText(/^The download has begun/u)).toBeTruthy();
  expect(asked).toEqual([expect.stringContaining('/api/family-copies') as string]);
  expect(followed).toEqual([expect.stringMatching(/^\/api\/families\/[\w-]+\/copy$/u)]);
});

test('[RET4] what will be erased is said with its day, and a therapist keeps it with a reason', async () => {
  const sessionId = SessionId.parse('00000000-0000-4000-8000-0000000000a1');
  const recording = {
    sessionId,
    recordedAt: '2026-03-02T09:00:00Z',
    announcedOn: '2026-03-20',
    erasesOn: '2026-04-19',
  };
  const record = { ...recording, sessionId: null, recordedAt: null };
  const keep = {
    sessionId: null,
    recordedAt: null,
    reason: 'may-return',
    keptUntil: '2027-04-19',
    keptBy: 'Sam',
  } as const;
  const { asked } = await show('therapist', NOTHING, { announced: [recording, record], total: 9, kept: [keep] });
  expect(await screen.findByText(/^The recording of Mar 2, 2026 will be erased$/u)).toBeTruthy();
  expect(screen.getByText('And 7 more recordings, later.')).toBeTruthy();
  expect(screen.getByText(/^Until Apr 19, 2027, by Sam: The family may come back$/u)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Keep for another year: the recording of Mar 2/u }));
  fireEvent.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect(await screen.findByText('Choose a reason.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'treatment' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  const sent = new RegExp(`^/api/retention/keep .*"sessionId":"${sessionId}","reason":"treatment"`, 'u');
  await waitFor(() => expect(asked).toEqual([expect.stringMatching(sent)]));
});
