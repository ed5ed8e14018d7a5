// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { EXPORT_FORMATS } from '#shared/domain/exports/exportFormats.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { type RecordingExportStatus } from '#shared/protocol/recordingExport.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { ExportButton } from './ExportButton.tsx';
import { pathOf } from '#shared/protocol/http/routes.ts';

const NOTHING: RecordingExportStatus = { is: 'refused', why: 'nothing-recorded' };
const SESSION = SessionId.parse('00000000-0000-4000-8000-000000000001');

async function openDialog(
  answer: () => Response,
  statuses: readonly RecordingExportStatus[] = [NOTHING],
  unshown: readonly string[] = [],
) {
  const asked: unknown[] = [];
  const left = [...statuses];
  vi.stubGlobal('fetch', (url: string, init: { method: string; body?: string }) => {
    if (url === pathOf('unshown-names:read', { sessionId: SESSION }))
      return Promise.resolve(Response.json({ names: unshown }));
    if (url === pathOf('recording-export:read', { sessionId: SESSION })) {
      asked.push(`${init.method} recording`);
      return Promise.resolve(Response.json(left.length > 1 ? left.shift() : left[0]));
    }
    asked.push([url, init.method, JSON.parse(init.body ?? '') as unknown]);
    return Promise.resolve(answer());
  });
  await renderScreen(
    <QueryClientProvider client={new QueryClient()}>
      <ExportButton sessionId={SESSION} />
    </QueryClientProvider>,
    'exports',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  return asked;
}

test('the dialog offers every format, and downloads the file under the server’s name', async () => {
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
    expect(screen.getByText('earshot-2026-11-21-00000000.csv was downloaded.')).toBeTruthy();
  });
  expect(saved).toEqual(['earshot-2026-11-21-00000000.csv']);
  expect(asked).toEqual(['GET recording', [`/api/sessions/${SESSION}/exports`, 'POST', { format: 'csv' }]]);
});

test('a name that the PDF cannot show completely is mentioned before the download', async () => {
  await openDialog(() => new Response('{}'), [NOTHING], ['𠮷田']);
  const said = await screen.findByText(/^The PDF can’t show every letter of this name: /);
  expect(said.textContent).toContain('𠮷田');
});

test('a refusal is shown in the server’s words', async () => {
  await openDialog(
    () => new Response(JSON.stringify({ error: 'You are coding this session blind.' }), { status: 409 }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Download Report for the record' }));
  await waitFor(() => {
    expect(screen.getByRole('alert').textContent).toContain('You are coding this session blind.');
  });
});

test('[RCD8] the recording is made on request, shows its progress, and then offers the file and its map', async () => {
  const asked = await openDialog(
    () => new Response('{}'),
    [
      {
        is: 'none',
        offers: [
          { purpose: 'supervision', tracks: ['room-video', 'room-audio'] },
          { purpose: 'research', tracks: ['coach-voice'] },
        ],
      },
      { is: 'making', share: 0.4 },
      { is: 'ready', fileName: 'earshot-2026-11-21-00000000.recording.webm', bytes: 34_200_000 },
    ],
  );
  // The coach's consent for their own voice must not appear as the family's.
  expect(await screen.findByText(/^It contains picture and sound: /)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('What is it for?'), { target: { value: 'research' } });
  expect(screen.getByText(/^It contains the coach’s voice as a second sound track: /)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Create the file' }));
  expect(await screen.findByText(/Creating the file: 40%/)).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
  expect(await screen.findByText(/ready, about 34 MB/, undefined, { timeout: 5_000 })).toBeTruthy();
  const file = screen.getByRole('link', { name: 'Download the recording' });
  expect(file.getAttribute('href')).toBe(pathOf('recording-export:download', { sessionId: SESSION }));
  expect(file.getAttribute('download')).toBe('earshot-2026-11-21-00000000.recording.webm');
  expect(screen.getByRole('link', { name: 'Download its map to session time' })).toBeTruthy();
  expect(asked).toEqual(['GET recording', 'POST recording', 'GET recording']);
});

test('[RCD8] a deleted file is reported as gone and can be made again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const ready: RecordingExportStatus = { is: 'ready', fileName: 'one.recording.webm', bytes: 1_000_000 };
  const none: RecordingExportStatus = { is: 'none', offers: [{ purpose: 'supervision', tracks: ['room-video'] }] };
  const asked = await openDialog(() => new Response('{}'), [ready, ready, none, { is: 'making', share: 0 }]);
  expect(await screen.findByRole('link', { name: 'Download the recording' })).toBeTruthy();
  // A long download: two seconds after the click the button is still busy, so nobody clicks again.
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(screen.getByRole('link', { name: 'Download the recording' })).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(screen.getByText(/The file was deleted, because it was downloaded or is more than an hour old/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Download the recording' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Create it again' }));
  expect(await screen.findByText(/Creating the file: 0%/)).toBeTruthy();
  expect(asked).toEqual(['GET recording', 'GET recording', 'GET recording', 'POST recording']);
});

test('[RCD8] a recording whose consent was withdrawn is not offered, with the reason', async () => {
  await openDialog(() => new Response('{}'), [{ is: 'refused', why: 'no-consent' }]);
  expect(await screen.findByText(/consent to the recording was withdrawn/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Create the file' })).toBeNull();
});
