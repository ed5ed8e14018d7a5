// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import {
  AttemptId,
  type ClipLine,
  SubmittedCodes,
  NewPracticeAttempt,
  type ScoredAttempt,
} from '#shared/protocol/practice.ts';
import { ClipPractice } from './ClipPractice.tsx';
import { type Coded, keptScore, scoreRun } from '#shared/practice/scoreRun.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const said = (from: number, at: number, code: string | null, text: string): ClipLine => {
  return { who: 'parent', how: 'said', text, from, at, code };
};

const LINES = [
  said(3_000, 4_000, 'LP', 'I love how gently you build.'),
  said(7_000, 8_000, 'BD', 'You picked up the blue block.'),
  said(11_000, 12_000, 'QU', 'What comes next?'),
];

function coded(kind: string, program: Program = PCIT): Coded {
  const phase = findTreatmentPhase(program, kind);
  if (phase === undefined) throw new Error(`No phase ${kind}`);
  const offer = {
    id: 'a-clip',
    title: 'A clip',
    about: '',
    program: program.id,
    treatmentPhase: kind,
    lengthMs: 60_000,
  };
  return { offer, program, phase };
}

type Clinic = { isThere: boolean; watched: 'whole' | 'part'; knewKey: boolean; refuses: number | undefined };
type Asked = Clinic & { readonly kind: string; readonly lines: readonly ClipLine[] };

function answerOf(attemptId: AttemptId, given: SubmittedCodes['given'], of: Asked): ScoredAttempt {
  const { kind, lines, watched, knewKey } = of;
  const { offer, program, phase } = coded(kind);
  const clip = { clipId: offer.id, program: program.id, programVersion: program.version };
  const score = keptScore(scoreRun(coded(kind), lines, given));
  const told = { codedAt: '2026-03-02T09:00:00.000Z', watched, knewKey, score };
  return { attempt: { attemptId, ...clip, treatmentPhase: phase.id, ...told }, given, lines: [...lines] };
}

/** Shows a clip with this key. Returns the requests to the server. */
async function show(kind = 'cdi', lines: readonly ClipLine[] = LINES) {
  const opened: NewPracticeAttempt[] = [];
  const sent: (SubmittedCodes & { attemptId: string })[] = [];
  const clinic: Clinic = { isThere: true, watched: 'whole', knewKey: false, refuses: undefined };
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (!clinic.isThere) throw new TypeError('no network');
    const body: unknown = JSON.parse(typeof init?.body === 'string' ? init.body : '');
    if (path === pathOf('attempts:list')) {
      const attempt = NewPracticeAttempt.parse(body);
      opened.push(attempt);
      return Response.json({ ...attempt, openedAt: '2026-03-02T08:59:00.000Z' });
    }
    if (clinic.refuses !== undefined) return Response.json({ error: 'No.' }, { status: clinic.refuses });
    const codes = SubmittedCodes.parse(body);
    const attemptId = AttemptId.parse(path.split('/').at(-2));
    sent.push({ ...codes, attemptId });
    return Response.json(answerOf(attemptId, codes.given, { ...clinic, kind, lines }));
  });
  const onKept = vi.fn();
  await renderScreen(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ClipPractice coded={coded(kind)} onKept={onKept} onLeave={vi.fn()} />
    </QueryClientProvider>,
    'practice',
    'pad',
    'why',
  );
  await screen.findByRole('button', { name: 'Finish and see your score' });
  return { opened, sent, clinic, onKept };
}

const video = () => screen.getByLabelText<HTMLVideoElement>('Clip: A clip');
function press(key: string, atMs: number) {
  video().currentTime = atMs / 1_000;
  fireEvent.keyDown(document.body, { key, code: `Key${key.toUpperCase()}` });
  fireEvent.keyUp(document.body, { key });
}
const finish = () => userEvent.click(screen.getByRole('button', { name: 'Finish and see your score' }));
const lines = () =>
  within(screen.getByRole('region', { name: 'Code by code' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

let played = 0;

beforeEach(() => {
  played = 0;
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => {
    played += 1;
  });
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined);
  return () => vi.unstubAllGlobals();
});

describe('practice', () => {
  test('[PRA3] is opened at the clinic first, and shows nothing of the key until the codes are submitted', async () => {
    const { opened, sent } = await show();
    press('l', 4_100);
    expect(opened).toEqual([{ attemptId: expect.any(String) as string, clipId: 'a-clip' }]);
    expect(sent).toEqual([]);
    expect(screen.queryByText('What comes next?')).toBeNull();
    await finish();
    expect(await screen.findByText('What comes next?')).toBeTruthy();
    expect(sent).toEqual([{ attemptId: opened[0]?.attemptId, given: [{ code: 'LP', at: 4_100 }] }]);
  });

  test('[PRA3] to code it again is another attempt', async () => {
    const { opened } = await show();
    await finish();
    await userEvent.click(await screen.findByRole('button', { name: 'Code it again' }));
    expect(await screen.findByText('Your codes appear here.')).toBeTruthy();
    expect(new Set(opened.map(({ attemptId }) => attemptId)).size).toBe(2);
  });

  test('[PRA3] one that was submitted too soon is kept, says that it does not count, and reaches no goal', async () => {
    const { clinic, onKept } = await show();
    Object.assign(clinic, { watched: 'part', knewKey: true });
    press('l', 4_000);
    press('b', 9_900);
    press('q', 12_000);
    await finish();
    expect(await screen.findByText(/^You finished before the clip ended\. .* does not count\.$/)).toBeTruthy();
    expect(screen.getByText(/^You have seen the key of this clip before/)).toBeTruthy();
    expect(screen.getByText('100%')).toBeTruthy();
    expect(screen.queryByText(/You reached the goal/)).toBeNull();
    expect(onKept).toHaveBeenCalledOnce();
  });

  test('[PRA3] a press in the last frames of a film is one at the end of its clip', async () => {
    const { sent } = await show();
    press('l', 60_008);
    await finish();
    expect(await screen.findByText('This try is saved.')).toBeTruthy();
    expect(sent[0]?.given).toEqual([{ code: 'LP', at: 60_000 }]);
  });

  test('[PRA1] says what was agreed, coded as something else, missed and added, and when', async () => {
    const { sent, onKept } = await show();
    press('l', 4_500); // as in the key
    press('t', 8_500); // instead of a description
    press('n', 40_000); // where the key has nothing
    await finish();
    expect(await screen.findByText('25%')).toBeTruthy();
    expect(await screen.findByText('This try is saved.')).toBeTruthy();
    expect(onKept).toHaveBeenCalledOnce();
    expect(sent.map(({ given }) => given)).toEqual([
      [
        { code: 'LP', at: 4_500 },
        { code: 'TA', at: 8_500 },
        { code: 'NTA', at: 40_000 },
      ],
    ]);
    expect(lines()).toEqual([
      '0:04KeyLPYouLPagreedI love how gently you build.',
      '0:08KeyBDYouTAcoded differentlyYou picked up the blue block.',
      '0:12KeyQUYou–missedWhat comes next?',
      '0:40Key–YouNTAadded',
    ]);
  });

  test('[PRA2] codes that cannot be submitted stay, and are sent again to the same attempt', async () => {
    const { clinic, opened, sent, onKept } = await show();
    clinic.isThere = false;
    press('l', 4_500);
    await finish();
    expect(await screen.findByText(/Your codes were not sent yet/)).toBeTruthy();
    expect(onKept).not.toHaveBeenCalled();
    clinic.isThere = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('This try is saved.')).toBeTruthy();
    expect(sent).toEqual([{ attemptId: opened[0]?.attemptId, given: [{ code: 'LP', at: 4_500 }] }]);
    expect(opened).toHaveLength(1);
  });

  test('[PRA3] an attempt that is not open anymore says so, and leads to another', async () => {
    const { clinic, opened } = await show();
    clinic.refuses = 404;
    await finish();
    expect(await screen.findByText(/This try is no longer open/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Code it again' }));
    expect(await screen.findByRole('button', { name: 'Finish and see your score' })).toBeTruthy();
    expect(opened).toHaveLength(2);
  });

  test('[REL2] with every code in its place reaches the goal, and nothing differs', async () => {
    await show();
    press('l', 4_000);
    press('b', 9_900);
    press('q', 12_000);
    await finish();
    expect(await screen.findByText('100%')).toBeTruthy();
    expect(screen.getByText('You reached the goal of 80%.')).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only differences' }));
    expect(screen.getByText('You and the key agree on every code.')).toBeTruthy();
  });

  test('takes the last code back, by key and by the pad', async () => {
    await show();
    press('l', 4_000);
    press('q', 5_000);
    fireEvent.keyDown(document.body, { key: 'Backspace', code: 'Backspace' });
    expect(screen.getByRole('button', { name: /Question, 0 times/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Labeled praise, 1 time/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByText('Your codes appear here.')).toBeTruthy();
  });

  test('starts again from the beginning, without earlier codes', async () => {
    await show();
    press('l', 4_000);
    await userEvent.click(screen.getByRole('button', { name: 'From the start' }));
    expect(video().currentTime).toBe(0);
    expect(screen.getByText('Your codes appear here.')).toBeTruthy();
  });

  test('plays slower on request', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Slower' }));
    expect(video().playbackRate).toBe(0.75);
    expect(screen.getByRole('button', { name: 'Slower', pressed: true })).toBeTruthy();
  });

  test('plays a line of the comparison from two seconds before it is said', async () => {
    await show();
    await finish();
    await userEvent.click(await screen.findByRole('button', { name: /What comes next/ }));
    expect(video().currentTime).toBe(9);
    expect(played).toBe(1);
  });

  test('shows the criteria by the key and by the coder, each with its why', async () => {
    await show();
    press('l', 4_000);
    press('l', 20_000);
    await finish();
    const table = within(await screen.findByRole('table', { name: 'What your codes would mean' }));
    const row = table.getByRole('row', { name: /^Labeled praise/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['at least 10', '1', '2']);
    expect(within(row).getByRole('button')).toBeTruthy();
  });

  test('offers what the child does about a command, and the warning, only where the phase has them', async () => {
    await show();
    expect(screen.queryByRole('button', { name: /^Warning/ })).toBeNull();
    cleanup();
    await show('pdi', [said(1_000, 2_000, 'WARN', 'Or else.')]);
    press('k', 2_000);
    expect(screen.getByRole('button', { name: /Warning, 1 time/ })).toBeTruthy();
    await finish();
    expect(await screen.findByText('100%')).toBeTruthy();
  });
});
