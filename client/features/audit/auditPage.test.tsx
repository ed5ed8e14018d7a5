// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { AuditLine } from '#shared/protocol/http/audit.ts';
import { FamilyId } from '#shared/protocol/ids.ts';
import { Audit } from './AuditPage.tsx';
import { FamilyAudit } from './FamilyAuditPage.tsx';

const LARK = FamilyId.parse('00000000-0000-4000-8000-0000000000f1');

const LINE: AuditLine = {
  seq: 7,
  at: '2026-03-02T09:05:00Z',
  actor: 'therapist',
  actorName: 'Ida Berg',
  what: 'record.read',
  kind: 'read',
  familyId: LARK,
  familyName: 'Lark',
  subjectName: null,
};

/** A server that answers with these rows, two a page. */
async function show(page: React.ReactNode, lines: readonly AuditLine[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    if (path.startsWith('/api/people')) {
      const person = { userId: 'ida', name: 'Ida Berg', email: 'ida@clinic.example', role: 'therapist' };
      return Promise.resolve(Response.json([{ ...person, state: 'active', hasSecondFactor: true }]));
    }
    asked.push(path);
    const before = Number(new URLSearchParams(path.split('?')[1]).get('before') ?? Infinity);
    const rest = lines.filter(({ seq }) => seq < before);
    return Promise.resolve(Response.json({ lines: rest.slice(0, 2), next: rest.length > 2 ? rest[1]!.seq : null }));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await renderScreen(<QueryClientProvider client={queries}>{page}</QueryClientProvider>, 'audit');
  return asked;
}

test('[ADT4] an admin sees who did what, and earlier rows by page', async () => {
  await show(<Audit />, [
    LINE,
    { ...LINE, seq: 6, what: 'session.exported' },
    { ...LINE, seq: 5, what: 'record.changed' },
  ]);
  expect((await screen.findAllByText('Ida Berg', { selector: '.strong' })).length).toBe(2);
  expect(screen.getByText(/Reading the record/)).toBeTruthy();
  expect(screen.queryByText(/Changing the record/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Earlier rows' }));
  expect(await screen.findByText(/Changing the record/)).toBeTruthy();
});

test('[ADT4] the rows of one family are a press on its name away, and all rows again one more', async () => {
  const asked = await show(<Audit />, [LINE]);
  await userEvent.click(await screen.findByRole('button', { name: 'Only about Lark' }));
  expect(await screen.findByText(/Only about Lark/)).toBeTruthy();
  expect(asked.at(-1)).toContain(`familyId=${LARK}`);
  await userEvent.selectOptions(screen.getByLabelText('Kind'), 'Refused attempts');
  await userEvent.click(screen.getByRole('button', { name: 'All families' }));
  await vi.waitFor(() => expect(asked.at(-1)).toBe('/api/audit?kind=denial'));
});

test('[ADT4] a refused attempt is marked, and so is somebody without a name', async () => {
  await show(<Audit />, [
    { ...LINE, actor: 'nobody', actorName: null, kind: 'denial', what: 'person.signed-in', familyId: null },
  ]);
  expect(await screen.findByText('Refused:')).toBeTruthy();
  expect(screen.getByText('Somebody who was not signed in')).toBeTruthy();
});

test('[ADT4] a therapist sees who looked at a family', async () => {
  const asked = await show(<FamilyAudit familyId={LARK} />, [LINE]);
  expect(await screen.findByText('Reading the record')).toBeTruthy();
  expect(screen.getByText('Lark')).toBeTruthy();
  expect(asked).toEqual([`/api/families/${LARK}/audit`]);
});

test('an empty audit says so', async () => {
  await show(<Audit />, []);
  expect(await screen.findByText('No rows yet')).toBeTruthy();
});
