// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { useMemo, useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { HttpError } from '#client/api/http.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { PDI } from '#shared/domain/programs/pcit/phases.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CodingId, FamilyId, TakeId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { aFact, CAREGIVER_A, LEAD, SESSION, SUPERVISOR } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { checkReviewEntry } from '#shared/session/review/checkReviewEntry.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { createPlayer, type ReviewPlayer } from '../player/createPlayer.ts';
import { ReviewContext, type ReviewView } from '../reviewContext.ts';
import { BlindCoding } from './BlindCoding.tsx';

const CODING = CodingId.parse('00000000-0000-4000-a000-000000000001');
const WINDOW = aFact.windowId(1);
const START = 60_000;

const SELF = { participantId: SUPERVISOR, name: 'Ada', role: 'supervisor' } as const;
const SUMMARY: ReviewView['session'] = {
  sessionId: SESSION,
  familyId: FamilyId.parse('00000000-0000-4000-8000-000000000002'),
  familyName: 'Rivera',
  childInitials: 'L',
  caregivers: [{ caregiverId: CAREGIVER_A, name: 'Maria' }],
  therapistName: 'Noor',
  startsAt: '2026-11-21T10:00:00.000Z',
  phase: 'closed',
  program: PCIT.id,
  programVersion: PCIT.version,
  stage: 'cdi-coach',
  treatmentPhase: 'cdi',
};

/** A session with a one-minute window starting at 1:00, whose second coding has begun. */
function begun(kind = 'cdi'): SessionState {
  const window = { windowId: WINDOW, kind, caregiverId: CAREGIVER_A, lengthMs: 60_000 };
  const coding = { codingId: CODING, windowId: WINDOW, coderName: 'Ada', independent: true } as const;
  const drafts: readonly (readonly [number, FactDraft])[] = [
    [START, { type: 'coding.started', by: LEAD, ...window }],
    [START + 60_000, { type: 'coding.finished', by: LEAD, windowId: WINDOW, complete: true }],
    [130_000, { type: 'session.closed', by: LEAD }],
    [140_000, { type: 'second-coding.started', by: SUPERVISOR, ...coding, source: 'recording' }],
  ];
  return foldFacts([aFact.opened(), ...drafts.map(([at, draft], index) => ({ ...draft, seq: index + 2, at }))]);
}

function aPlayer(isRecorded: boolean): ReviewPlayer {
  const part = {
    partId: TakeId.parse('00000000-0000-4000-8000-000000000003'),
    recorder: 'room',
    tracks: ['room-video'],
    durationMs: 130_000,
    complete: true,
    timeMap: [[0, 0]],
    from: 0,
    to: 130_000,
  } as const;
  return createPlayer({
    recorded: { room: isRecorded ? [part] : [], coach: [], holes: [] },
    endsAt: 130_000,
    urlOf: () => '',
    now: () => 0,
    nextFrame: () => () => undefined,
  });
}

/** The screen with a server that applies what it is sent, unless it is unreachable. */
async function show({ isRecorded = true, kind = 'cdi' } = {}) {
  const player = aPlayer(isRecorded);
  const server = { isAway: false, entries: new Array<ReviewEntry>() };

  const session = { player, recording: isRecorded ? 'known' : 'none', isWithheld: false, askAgain: vi.fn() } as const;

  function Reviewed() {
    const [state, setState] = useState(() => begun(kind));
    const context = useMemo(() => {
      const enter = async (entry: ReviewEntry) => {
        if (server.isAway) throw new HttpError('offline');
        server.entries.push(entry);
        setState((now) => {
          const checked = checkReviewEntry(entry, SELF, { state: now, program: PCIT, checklists: [] });
          if (!checked.ok) throw new Error(checked.error.message);
          return foldFacts(
            checked.value.map((draft, index) => ({ ...draft, seq: now.seq + index + 1, at: 150_000 })),
            now,
          );
        });
      };
      const review: ReviewView = {
        session: SUMMARY,
        self: SELF,
        sight: 'coding',
        state,
        program: PCIT,
        enter,
        importCodings: () => Promise.reject(new Error('Nothing is imported here.')),
      };
      return { review, player };
    }, [state]);
    return (
      <ReviewContext value={context}>
        <BlindCoding session={session} />
      </ReviewContext>
    );
  }

  await renderScreen(<Reviewed />, 'review', 'blindCoding', 'pad');
  return { player, server };
}

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
  vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue();
  return () => vi.restoreAllMocks();
});

/** Moves the recording to this moment of the window and presses a key. */
async function press(player: ReviewPlayer, key: string, atMs: number) {
  await act(async () => {
    player.seek(START + atMs);
    fireEvent.keyDown(document.body, { key, code: /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}` });
    fireEvent.keyUp(document.body, { key });
  });
}
const keptPresses = () => Object.keys(localStorage).filter((key) => key.startsWith('earshot-coding'));
const given = () =>
  within(screen.getByRole('region', { name: 'Your codes' }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('blind coding', () => {
  test('[REV4] a press is stamped with the moment that is played, and shown with the window’s clock', async () => {
    const { player, server } = await show();
    await press(player, 'l', 12_000);
    expect(server.entries).toMatchObject([{ type: 'coding.code', code: 'LP', heardAt: START + 12_000 }]);
    expect(given()).toEqual(['LP0:12']);
  });

  test('nothing is coded before the window or after it', async () => {
    const { player, server } = await show();
    await press(player, 'l', -1_000);
    await press(player, 'l', 60_001);
    expect(server.entries).toEqual([]);
  });

  test('while the server is away codes show, are kept on the device, and go out in order when it is back', async () => {
    const { player, server } = await show();
    server.isAway = true;
    await press(player, 'l', 1_000);
    await press(player, 'b', 2_000);
    expect(given()).toEqual(['BD0:02Not sent yet', 'LP0:01Not sent yet']);
    expect(screen.getByText(/can’t reach the server/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Finish/ }).disabled).toBe(true);
    expect(keptPresses()).toHaveLength(2);
    server.isAway = false;
    await act(async () => {
      window.dispatchEvent(new Event('online'));
      await Promise.resolve();
    });
    await screen.findByText('All codes are saved.');
    expect(server.entries.map((entry) => 'code' in entry && entry.code)).toEqual(['LP', 'BD']);
    expect(keptPresses()).toHaveLength(0);
  });

  test('undo removes the last code, and any code can be undone by itself', async () => {
    const { player } = await show();
    await press(player, 'l', 1_000);
    await press(player, 'b', 2_000);
    await press(player, 'Backspace', 3_000);
    expect(given()).toEqual(['BD0:02Undone', 'LP0:01']);
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Undo Labeled praise at 0:01' }));
    });
    expect(given()).toEqual(['BD0:02Undone', 'LP0:01Undone']);
  });

  test('[COD4] after ? two keys make one code, at the moment of the doubt', async () => {
    const { player, server } = await show();
    await act(async () => {
      player.seek(START + 5_000);
      fireEvent.keyDown(document.body, { key: '?', code: 'Slash', shiftKey: true });
    });
    await press(player, 'l', 7_000);
    await press(player, 'u', 8_000);
    expect(server.entries).toMatchObject([
      { code: 'UP', heardAt: START + 5_000, candidates: ['LP', 'UP'], mode: 'unsure' },
    ]);
  });

  test('[PDI2] a command whose answer was not given is shown as open, once the next shows that none comes', async () => {
    const { player } = await show({ kind: 'pdi' });
    const OPEN = 'open: the child’s answer was not coded';
    await press(player, 'd', 1_000);
    expect(given()).toEqual(['DC0:01']);
    await press(player, 'd', 6_000);
    expect(given()).toEqual(['DC0:06', `DC0:01${OPEN}`]);
    await press(player, PDI.sequence?.keys.complied ?? '', 3_000);
    expect(given()).toEqual(['DC0:06', 'CO0:03', 'DC0:01']);
    await press(player, 'Backspace', 8_000);
    expect(given()).toEqual(['DC0:06', 'CO0:03Undone', `DC0:01${OPEN}`]);
  });

  test('[PDI2] where the commands of a phase open nothing, none is shown as open', async () => {
    const { player } = await show();
    await press(player, 'd', 1_000);
    await press(player, 'd', 6_000);
    expect(given()).toEqual(['DC0:06', 'DC0:01']);
  });

  test('going back stays within the window', async () => {
    const { player } = await show();
    await press(player, 'ArrowLeft', 2_000);
    expect(player.now()).toBe(START);
  });

  test('without a recording it says so, and lets the coder out', async () => {
    await show({ isRecorded: false });
    expect(screen.getByText('There is no recording to code from')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Finish/ })).toBeTruthy();
  });
});
