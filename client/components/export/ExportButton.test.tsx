// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { EXPORT_FORMATS } from '#shared/domain/exports/exportFormats.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { renderScreen } from '../renderScreen.tsx';
import { ExportButton } from './ExportButton.tsx';

const SESSION = SessionId.parse('00000000-0000-4000-8000-000000000001');

async function openDialog(answer: () => Response) {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', (url: string, init: { method: string; body: string }) => {
    asked.push([url, init.method, JSON.parse(init.body) as unknown]);
    return Promise.resolve(answer());
  });
  await renderScreen(<ExportButton sessionId={SESSION} />, 'exports');
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  return asked;
}

test('the dialog offers every format, and hands over the file under the name that the server gave it', async () => {
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:one';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const headers = { 'content-disposition': 'attachment; filename="earshot-2026-11-21-00000000.csv"' };
  const asked = await openDialog(() => new Response('a,b', { headers }));
  expect(screen.getAllByRole('button', { name: /^Download / })).toHaveLength(EXPORT_FORMATS.length);
  fireEvent.click(screen.getByRole('button', { name: 'Download Table' }));
  await waitFor(() => {
    expect(screen.getByRole('status').textContent).toBe('earshot-2026-11-21-00000000.csv was downloaded.');
  });
  expect(saved).toEqual(['earshot-2026-11-21-00000000.csv']);
  expect(asked).toEqual([[`/api/sessions/${SESSION}/exports`, 'POST', { format: 'csv' }]]);
});

test('a refusal is told in the server’s words', async () => {
  await openDialog(
    () => new Response(JSON.stringify({ error: 'You are coding this session blind.' }), { status: 409 }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Download Report for the record' }));
  await waitFor(() => {
    expect(screen.getByRole('alert').textContent).toContain('You are coding this session blind.');
  });
});
