// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CodingId, TakeId, type ParticipantId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aFact, LEAD, PARENT, START_CODING, SUPERVISOR } from '#shared/session/testing/aSession.ts';
import { ReviewContext } from '../reviewContext.ts';
import { aReviewView, aStillPlayer } from '../testing/aReviewView.ts';
import { ReviewGate } from './ReviewGate.tsx';

vi.mock('@tanstack/react-router', () => ({
  Link: ({ to, children }: { readonly to: string; readonly children: ReactNode }) => <a href={to}>{children}</a>,
}));
vi.mock('../session/SessionPanel.tsx', () => ({ SessionPanel: () => null }));

const PART = TakeId.parse('00000000-0000-4000-8000-000000000003');
const CODING = CodingId.parse('00000000-0000-4000-a000-000000000001');
const WINDOW = aFact.windowId(1);

const RECORDED: readonly FactDraft[] = [
  {
    type: 'recording.started',
    by: 'server',
    partId: PART,
    recorder: 'room',
    participantId: PARENT,
    tracks: ['room-video'],
  },
];
const CODED_BY_SUPERVISOR: readonly FactDraft[] = [
  {
    ...{ type: 'second-coding.started', by: SUPERVISOR, codingId: CODING, windowId: WINDOW },
    ...{ source: 'recording', coderName: 'Ada', independent: true },
  },
  {
    type: 'second-coding.coded',
    by: SUPERVISOR,
    codingId: CODING,
    codeId: aFact.codeId(1),
    code: 'LP',
    heardAt: 70_000,
  },
  { type: 'second-coding.finished', by: SUPERVISOR, codingId: CODING },
];

/** The gate of a closed session with one window, as this person sees it. */
async function showGate(who: ParticipantId, before: readonly FactDraft[], after: readonly FactDraft[] = []) {
  const drafts: readonly FactDraft[] = [
    ...before,
    START_CODING,
    { type: 'coding.finished', by: LEAD, windowId: WINDOW, complete: true },
    { type: 'session.closed', by: LEAD },
    ...after,
  ];
  const state = foldFacts([
    aFact.opened(),
    ...drafts.map((draft, index) => ({ ...draft, seq: index + 2, at: (index + 1) * 60_000 })),
  ]);
  const enter = vi.fn(() => Promise.resolve());
  const self = { participantId: who, name: 'Ada', role: 'supervisor' } as const;
  const review = aReviewView(state, PCIT, { self, enter });
  await renderScreen(
    <ReviewContext value={{ review, player: aStillPlayer() }}>
      <ReviewGate />
    </ReviewContext>,
    'review',
  );
  return { enter, row: within(screen.getByRole('listitem')) };
}

test('[REV1] whoever saw no code of a recorded window may code it blind', async () => {
  const { enter, row } = await showGate(SUPERVISOR, RECORDED);
  row.getByText('Recorded. You have not seen its codes.');
  await userEvent.click(row.getByRole('button', { name: /^Code blind: / }));
  expect(enter).toHaveBeenCalledWith(expect.objectContaining({ type: 'coding.start', windowId: WINDOW }));
});

test('[REV1] whoever led it is told why theirs would not be independent, and may code it all the same', async () => {
  const { row } = await showGate(LEAD, RECORDED);
  row.getByText(/You coded it live/);
  row.getByRole('button', { name: /^Code it anyway: / });
});

test('a window that was not recorded says so, and the review is what is left', async () => {
  const { enter, row } = await showGate(SUPERVISOR, []);
  row.getByText(/Not recorded/);
  expect(row.queryByRole('button')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Open the review' }));
  expect(enter).toHaveBeenCalledWith({ type: 'review.open' });
});

test('after a blind coding it says what is kept and what comes next', async () => {
  const { row } = await showGate(SUPERVISOR, RECORDED, CODED_BY_SUPERVISOR);
  row.getByText('You coded it: 1 code is saved.');
  const [kept] = screen.getAllByRole('status');
  expect(kept?.textContent).toBe(
    'Your coding is saved.Next: open the review, and compare your codes with the others under Agreement.',
  );
});

test('there is a way back to the list', async () => {
  await showGate(SUPERVISOR, []);
  expect(screen.getByRole('link', { name: 'All reviews' }).getAttribute('href')).toBe('/reviews');
});
