// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { HttpError } from '#client/api/http.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { NewImport } from '#shared/protocol/imports.ts';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { aReviewedSession } from '#shared/session/testing/aReviewedSession.ts';
import { textExport } from '#shared/exports/textExport.ts';
import { aBorisProject } from '#shared/imports/testing/aForeignFile.ts';
import * as mapping from '#shared/imports/mapRecord.ts';
import { aReviewView, aStillPlayer } from '../testing/aReviewView.ts';
import { ReviewContext } from '../reviewContext.ts';
import { ImportButton } from './ImportButton.tsx';

vi.mock(import('#shared/imports/mapRecord.ts'), { spy: true });

const SCENE = aReviewedSession();
const { state, program } = SCENE;

/** The open dialog, with a server that keeps what it is sent or refuses it. */
async function openDialog() {
  const sent: NewImport[] = [];
  const server = { refuses: '', known: 0, strayWindows: new Array<string>() };
  const review = aReviewView(state, program, {
    importCodings: (request) => {
      if (server.refuses !== '') return Promise.reject(new HttpError('refused', server.refuses));
      sent.push(request);
      return Promise.resolve({
        codings: request.transcripts.length,
        known: server.known,
        strayWindows: server.strayWindows,
      });
    },
  });
  await renderScreen(
    <ReviewContext value={{ review, player: aStillPlayer() }}>
      <ImportButton />
    </ReviewContext>,
    'imports',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Import a coding' }));
  return { sent, server };
}

async function choose(name: string, content: string): Promise<void> {
  const input = document.querySelector('input[type="file"]');
  if (input === null) throw new Error('There is a way to choose a file.');
  await act(async () => {
    fireEvent.change(input, { target: { files: [new File([content], name)] } });
    await Promise.resolve();
  });
  await waitFor(() => {
    expect(screen.queryByText('Reading the file …')).toBeNull();
  });
}

const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Import' });
const answer = (label: string, value: string) => {
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } });
};
const LAB = aBorisProject({
  'Coder 7': [
    [11, 'mother', 'praise', 'labeled'],
    [12, 'mother', 'talk', ''],
    [13, 'mother', 'LP', ''],
  ],
});

beforeEach(() => localStorage.clear());

test('a file of others is asked about word by word, and nothing can be imported before every word is answered', async () => {
  const { sent } = await openDialog();
  await choose('lab.boris', LAB);
  expect(screen.getByText('3 answers are missing.')).toBeTruthy();
  expect(submit().disabled).toBe(true);
  answer('Caregiver for mother', state.caregivers[0]?.caregiverId ?? '');
  answer('Code for praise: labeled', 'LP');
  answer('Code for talk', '-');
  expect(screen.getByText('2 codes in 1 window')).toBeTruthy();
  expect(screen.getByText('1 left out because of your answers')).toBeTruthy();
  fireEvent.click(submit());
  await screen.findByText(/1 second coding was imported/);
  const [request] = sent;
  expect(request?.independent).toBe(false);
  const read = readTranscript(request?.transcripts[0]);
  expect(read.ok && read.transcript).toMatchObject({
    coder: 'Coder 7',
    events: [
      { at: 11_000, code: 'LP' },
      { at: 13_000, code: 'LP' },
    ],
  });
});

test('the next file with the same words has the answers already', async () => {
  await openDialog();
  await choose('lab.boris', LAB);
  answer('Caregiver for mother', state.caregivers[0]?.caregiverId ?? '');
  answer('Code for praise: labeled', 'LP');
  answer('Code for talk', '-');
  fireEvent.click(submit());
  await screen.findByText(/1 second coding was imported/);
  fireEvent.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? submit());
  fireEvent.click(screen.getByRole('button', { name: 'Import a coding' }));
  await choose('next.boris', LAB);
  expect(screen.getByText('1 answer is missing.')).toBeTruthy();
});

test('our own export asks for nothing but its record', async () => {
  const { sent } = await openDialog();
  const text = textExport('eaf', SCENE);
  await choose('own.eaf', text.ok ? text.value : '');
  expect(submit().disabled).toBe(false);
  answer('Record', 'As reviewed');
  expect(screen.getByText('Enter who coded.')).toBeTruthy();
  expect(submit().disabled).toBe(true);
  answer('Record', 'Omar (recording)');
  fireEvent.click(submit());
  await screen.findByText(/1 second coding was imported/);
  expect(sent[0]?.transcripts).toMatchObject([
    { coder: 'Omar', events: [{ code: 'LP' }, { code: 'BD', retracted: true }] },
  ]);
});

test('a file that cannot be read, and a refusal of the server, are told in words, and nothing is lost', async () => {
  const { server } = await openDialog();
  await choose('cut.eaf', '<ANNOTATION_DOCUMENT>');
  expect(screen.getByRole('alert').textContent).toContain('cut off');
  const text = textExport('transcript', SCENE);
  await choose('own.json', text.ok ? text.value : '');
  expect(screen.queryByRole('alert')).toBeNull();
  server.refuses = 'Open the review first.';
  fireEvent.click(submit());
  expect((await screen.findByRole('alert')).textContent).toContain('Open the review first.');
  server.refuses = '';
  fireEvent.click(submit());
  await screen.findByText(/was imported/);
});

test('the result mentions codings already there and parts that match no window', async () => {
  const { server } = await openDialog();
  server.known = 2;
  server.strayWindows = ['w8', 'w9'];
  const text = textExport('transcript', SCENE);
  await choose('own.json', text.ok ? text.value : '');
  fireEvent.click(submit());
  await screen.findByText(/1 second coding was imported/);
  expect(screen.getByText('2 more were already in the session.')).toBeTruthy();
  expect(screen.getByText('2 windows left out, because this session has no such windows: w8, w9')).toBeTruthy();
});

test('a transcript that is refused says where and why', async () => {
  await openDialog();
  const text = textExport('transcript', SCENE);
  await choose('own.json', (text.ok ? text.value : '').replace('"at":', '"when":'));
  expect(screen.getByText('$.events[0].at: must be a whole number of milliseconds')).toBeTruthy();
  expect(screen.getByText('$.events[0].when: is not part of the format')).toBeTruthy();
});

test('a file that the device cannot hand over is refused in words', async () => {
  await openDialog();
  const broken = new File(['x'], 'gone.json');
  broken.slice = () => {
    throw new Error('It is gone.');
  };
  const input = document.querySelector('input[type="file"]');
  if (input === null) throw new Error('There is a way to choose a file.');
  fireEvent.change(input, { target: { files: [broken] } });
  expect((await screen.findByRole('alert')).textContent).toContain('it can’t be read on this device.');
});

test('a file is not gone through again while the name of its coder is typed, and is sent under that name', async () => {
  const { sent } = await openDialog();
  await choose('lab.boris', LAB);
  answer('Caregiver for mother', state.caregivers[0]?.caregiverId ?? '');
  answer('Code for praise: labeled', 'LP');
  answer('Code for talk', '-');
  const before = vi.mocked(mapping.mapRecord).mock.calls.length;
  for (const value of ['', 'D', 'Dr', 'Dr Lab']) {
    fireEvent.change(screen.getByRole('textbox', { name: 'Coder' }), { target: { value } });
    expect(submit().disabled).toBe(value === '');
  }
  expect(vi.mocked(mapping.mapRecord).mock.calls.length).toBe(before);
  fireEvent.click(submit());
  await screen.findByText(/1 second coding was imported/);
  expect(sent[0]?.transcripts).toMatchObject([{ coder: 'Dr Lab' }]);
});
