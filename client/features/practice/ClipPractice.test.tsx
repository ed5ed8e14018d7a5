// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/components/renderScreen.tsx';
import { findTreatmentPhase, type Programme } from '#shared/domain/programmes/programme.ts';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import { type ClipLine, NewPracticeAttempt, PRACTICE_ROUTES, type PracticeAttempt } from '#shared/protocol/practice.ts';
import { ClipPractice } from './ClipPractice.tsx';
import { type Coded, keptScore, scoreRun } from '#shared/session/practice/scoreRun.ts';

const said = (from: number, at: number, code: string | null, text: string): ClipLine => {
  return { who: 'parent', how: 'said', text, from, at, code };
};

const LINES = [
  said(3_000, 4_000, 'LP', 'I love how gently you build.'),
  said(7_000, 8_000, 'BD', 'You picked up the blue block.'),
  said(11_000, 12_000, 'QU', 'What comes next?'),
];

function coded(kind: string, programme: Programme = PCIT): Coded {
  const phase = findTreatmentPhase(programme, kind);
  if (phase === undefined) throw new Error(`No phase ${kind}`);
  const offer = {
    id: 'a-clip',
    title: 'A clip',
    about: '',
    programme: programme.id,
    treatmentPhase: kind,
    lengthMs: 60_000,
  };
  return { offer, programme, phase };
}

/** What the server would answer. */
function keptOf({ attemptId, clipId, given }: NewPracticeAttempt, kind: string): PracticeAttempt {
  const run = coded(kind);
  const { programme, phase } = run;
  const clip = { clipId, programme: programme.id, programmeVersion: programme.version, treatmentPhase: phase.id };
  return { attemptId, ...clip, codedAt: '2026-03-02T09:00:00.000Z', score: keptScore(scoreRun(run, LINES, given)) };
}

/** Shows a clip with this key, and says what the server was asked for. */
async function show(kind = 'cdi', lines: readonly ClipLine[] = LINES) {
  const asked: string[] = [];
  const sent: NewPracticeAttempt[] = [];
  const clinic = { isThere: true };
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (path !== PRACTICE_ROUTES.attempts) {
      asked.push(path);
      return Response.json({ id: 'a-clip', lines });
    }
    if (!clinic.isThere) throw new TypeError('no network');
    const attempt = NewPracticeAttempt.parse(JSON.parse(typeof init?.body === 'string' ? init.body : ''));
    sent.push(attempt);
    return Response.json(keptOf(attempt, kind));
  });
  const onKept = vi.fn();
  await renderScreen(<ClipPractice coded={coded(kind)} onKept={onKept} onLeave={vi.fn()} />, 'practice', 'pad', 'why');
  return { asked, sent, clinic, onKept };
}

const video = () => screen.getByLabelText<HTMLVideoElement>('Clip: A clip');
/** The clip comes to this moment, and a key is pressed. */
function press(key: string, atMs: number) {
  video().currentTime = atMs / 1_000;
  fireEvent.keyDown(document.body, { key, code: `Key${key.toUpperCase()}` });
  fireEvent.keyUp(document.body, { key });
}
const finish = () => userEvent.click(screen.getByRole('button', { name: 'Finish and see' }));
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
  test('[PRA1] keeps the key and the words of the clip to itself until the coder is done', async () => {
    const { asked } = await show();
    press('l', 4_100);
    expect(asked).toEqual([]);
    expect(screen.queryByText('What comes next?')).toBeNull();
    await finish();
    expect(await screen.findByText('What comes next?')).toBeTruthy();
    expect(asked).toEqual(['/practice/a-clip.json']);
  });

  test('[PRA1] says what was agreed, coded as something else, missed and added, and when', async () => {
    const { sent, onKept } = await show();
    press('l', 4_500); // as in the key
    press('t', 8_500); // for a description
    press('n', 40_000); // out of nowhere
    await finish();
    expect(await screen.findByText('25 %')).toBeTruthy();
    expect(await screen.findByText('This try is kept.')).toBeTruthy();
    expect(onKept).toHaveBeenCalledOnce();
    expect(sent.map(({ clipId, given }) => ({ clipId, given }))).toEqual([
      {
        clipId: 'a-clip',
        given: [
          { code: 'LP', at: 4_500 },
          { code: 'TA', at: 8_500 },
          { code: 'NTA', at: 40_000 },
        ],
      },
    ]);
    expect(lines()).toEqual([
      '0:04KeyLPYouLPagreedI love how gently you build.',
      '0:08KeyBDYouTAsomething elseYou picked up the blue block.',
      '0:12KeyQUYou–missedWhat comes next?',
      '0:40Key–YouNTAadded',
    ]);
  });

  test('[PRA2] a try that cannot be kept says so, and is sent again as the same one', async () => {
    const { clinic, sent, onKept } = await show();
    clinic.isThere = false;
    press('l', 4_500);
    await finish();
    expect(await screen.findByText(/This try is not kept yet/)).toBeTruthy();
    expect(onKept).not.toHaveBeenCalled();
    clinic.isThere = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('This try is kept.')).toBeTruthy();
    expect(sent).toHaveLength(1);
  });

  test('[REL2] with every code in its place reaches the goal, and nothing differs', async () => {
    await show();
    press('l', 4_000);
    press('b', 9_900);
    press('q', 12_000);
    await finish();
    expect(await screen.findByText('100 %')).toBeTruthy();
    expect(screen.getByText('You reached the goal of 80 %.')).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only where you differ' }));
    expect(screen.getByText('You and the key agree on every code.')).toBeTruthy();
  });

  test('takes the last code back, by key and by the pad', async () => {
    await show();
    press('l', 4_000);
    press('q', 5_000);
    fireEvent.keyDown(document.body, { key: 'Backspace', code: 'Backspace' });
    expect(screen.getByRole('button', { name: /Question, given 0 times/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Labeled praise, given 1 time/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByText('Your codes appear here.')).toBeTruthy();
  });

  test('begins anew from the start, without the codes of before', async () => {
    await show();
    press('l', 4_000);
    await userEvent.click(screen.getByRole('button', { name: 'From the start' }));
    expect(video().currentTime).toBe(0);
    expect(screen.getByText('Your codes appear here.')).toBeTruthy();
  });

  test('plays slower where that is asked for', async () => {
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
    const table = within(await screen.findByRole('table', { name: 'What it would count for' }));
    const row = table.getByRole('row', { name: /^Labeled praise/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['at least 10', '1', '2']);
    expect(within(row).getByRole('button')).toBeTruthy();
  });

  test('offers what the child does about a command, and the warning, only where the phase has them', async () => {
    const { unmount } = await renderScreen(
      <ClipPractice coded={coded('cdi')} onKept={vi.fn()} onLeave={vi.fn()} />,
      'practice',
    );
    expect(screen.queryByRole('button', { name: /^Warning/ })).toBeNull();
    unmount();
    await show('pdi', [said(1_000, 2_000, 'WARN', 'Or else.')]);
    press('k', 2_000);
    expect(screen.getByRole('button', { name: /Warning, given 1 time/ })).toBeTruthy();
    await finish();
    expect(await screen.findByText('100 %')).toBeTruthy();
  });
});
