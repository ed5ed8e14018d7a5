// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HttpError } from '#client/api/http.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { aFact, CAREGIVER_A, CAREGIVER_B, LEAD, numbered, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aRecording } from '#shared/session/recording/testing/aRecording.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { aReviewView, aStillPlayer } from '../testing/aReviewView.ts';
import { MissingCard } from '../player/MissingCard.tsx';
import { ReviewContext, type ReviewView } from '../reviewContext.ts';
import { SessionPanel } from './SessionPanel.tsx';

const { agreed, started, stopped } = aRecording;
const RECORDED: readonly FactDraft[] = [
  agreed('room-video'),
  agreed('room-audio'),
  started('room-video', 'room-audio'),
  stopped('over'),
];
const WITHDRAWN = (['room-video', 'room-audio'] as const).map((track): FactDraft => ({
  type: 'consent.withdrawn',
  by: LEAD,
  track,
  saidBy: CAREGIVER_B,
}));

/** A closed session with these recorded takes and later facts. */
function closed(recorded: readonly FactDraft[], after: readonly FactDraft[] = []): SessionState {
  const drafts: readonly FactDraft[] = [...UNTIL_CHECK_IN, ...recorded, { type: 'session.closed', by: LEAD }, ...after];
  return foldFacts([aFact.opened(), ...numbered(drafts)]);
}

async function show(state: SessionState, enter: ReviewView['enter'] = () => Promise.resolve()) {
  const entered: ReviewEntry[] = [];
  const review = aReviewView(state, PCIT, {
    self: { participantId: LEAD, name: 'Noor', role: 'therapist' },
    enter: async (entry) => {
      entered.push(entry);
      await enter(entry);
    },
  });
  const player = aStillPlayer();
  await renderScreen(
    <ReviewContext value={{ review, player }}>
      <SessionPanel />
      <MissingCard session={{ player, recording: 'known', isWithheld: false, askAgain: () => undefined }} />
    </ReviewContext>,
    'review',
  );
  return entered;
}

const opener = () => screen.queryByRole('button', { name: /A caregiver withdraws consent/ });

test('[RCD9] a consent is withdrawn for the caregiver who said so, after the consequences were shown', async () => {
  const entered = await show(closed(RECORDED));
  fireEvent.click(opener()!);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Nobody can play the picture/)).toBeTruthy();
  expect(dialog.getByText(/can’t be exported/)).toBeTruthy();
  expect(dialog.getByText(/is not deleted/)).toBeTruthy();

  fireEvent.click(dialog.getByRole('button', { name: 'Lock the recording' }));
  expect(await dialog.findByText('Choose who withdrew consent.')).toBeTruthy();
  expect(entered).toEqual([]);

  fireEvent.change(dialog.getByRole('combobox', { name: 'Who withdrew consent?' }), { target: { value: CAREGIVER_A } });
  fireEvent.click(dialog.getByRole('button', { name: 'Lock the recording' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(entered).toEqual([{ type: 'consent.withdraw', saidBy: CAREGIVER_A }]);
});

test('[RCD9] an error is shown, and the dialog stays open', async () => {
  await show(closed(RECORDED), () => Promise.reject(new HttpError('offline')));
  fireEvent.click(opener()!);
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('combobox'), { target: { value: CAREGIVER_A } });
  fireEvent.click(dialog.getByRole('button', { name: 'Lock the recording' }));
  expect((await dialog.findByRole('alert')).textContent).toMatch(/couldn’t reach/);
});

test('[RCD9] once it is withdrawn, panel and player say by whom and that nothing is played', async () => {
  await show(closed(RECORDED, WITHDRAWN));
  expect(opener()).toBeNull();
  expect(screen.getByText(/^Jon withdrew consent on .*, recorded by Noor\./)).toBeTruthy();
  expect(screen.getByText('The recording is locked')).toBeTruthy();
  expect(screen.queryByText(/This session was not recorded/)).toBeNull();
});

test('[RCD9] where nothing of the family was recorded, there is nothing to withdraw', async () => {
  await show(closed([]));
  expect(opener()).toBeNull();
  expect(screen.getByText('Nothing was recorded.')).toBeTruthy();
});
