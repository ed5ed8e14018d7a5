// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aLiveSession, liveParts } from '#client/live/testing/aLiveSession.ts';
import { LiveProvider } from '#client/live/LiveContext.tsx';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { codesIn } from '#shared/domain/programs/program.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Self } from '#shared/protocol/contract.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import {
  aFact,
  CAREGIVER_A,
  LEAD,
  sounds,
  START_CODING,
  SUPERVISOR,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import { SupervisionPage } from './SupervisionPage.tsx';

const INES: Self = { participantId: SUPERVISOR, name: 'Ines', role: 'supervisor', part: 'observer' };
const OTHER = ParticipantId.parse('another-observer');
const STOP: FactDraft = { type: 'coding.finished', by: LEAD, windowId: aFact.windowId(1), complete: false };

const [statement] = codesIn(PCIT, 'coach').filter(({ praisesParent }) => praisesParent === true);
const [key] = statement?.keys ?? [];
const given = (count: number) => new RegExp(`, ${statement?.name ?? '?'}, ${count} time`);

async function openSupervision(self: Self = INES, drafts: readonly FactDraft[] = [STOP]) {
  const live = aLiveSession([...UNTIL_CHECK_IN, sounds(LEAD), START_CODING, ...drafts], self);
  const { parts, microphone } = liveParts(live);
  await renderScreen(
    <LiveProvider parts={parts}>
      <SupervisionPage program={PCIT} />
    </LiveProvider>,
    'console',
    'supervision',
    'coaching',
    'recording',
    'pad',
    'safety',
    'why',
  );
  return { live, microphone };
}

const codeTheCoach = () => fireEvent.click(screen.getByRole('button', { name: 'Code the coach' }));
const press = (pressed = key) => fireEvent.keyDown(document.body, { key: pressed, code: 'KeyL' });
const unsent = ({ getSnapshot }: ReturnType<typeof aLiveSession>) =>
  getSnapshot().unsent.map((one) => (one.kind === 'code' ? one.code : one.kind));

test('[TPC1] a supervisor who wants it codes the coach by keys, and sees the count at once', async () => {
  const { live } = await openSupervision();
  press();
  expect(unsent(live)).toEqual([]);
  codeTheCoach();
  press();
  expect(unsent(live)).toEqual([statement?.code]);
  expect(screen.getByRole('button', { name: given(1) })).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'Backspace', code: 'Backspace' });
  expect(unsent(live)).toEqual([statement?.code, 'undo']);
  expect(screen.getByRole('button', { name: given(0) })).toBeTruthy();
});

test('the voice to the lead coach keeps its key while the coach is coded', async () => {
  const { microphone } = await openSupervision();
  codeTheCoach();
  fireEvent.keyDown(document.body, { key: ' ', code: 'Space' });
  expect(microphone.enabled).toBe(true);
});

test('while the coach may not speak, there is nothing to code', async () => {
  const { live } = await openSupervision(INES, []);
  codeTheCoach();
  press();
  expect(unsent(live)).toEqual([]);
  expect(screen.getByText('The keys are off until coaching starts.')).toBeTruthy();
});

test('[TPC1] one observer codes the coach: the next is told who does', async () => {
  const { live } = await openSupervision();
  codeTheCoach();
  act(() =>
    live.happen(
      {
        type: 'participant.joined',
        by: 'server',
        participantId: OTHER,
        name: 'Sam',
        role: 'supervisor',
        device: null,
        wearer: null,
      },
      {
        type: 'code.recorded',
        by: OTHER,
        codeId: aFact.codeId(1),
        code: statement?.code ?? '',
        caregiverId: CAREGIVER_A,
        heardAt: 60_000,
        pressedAt: 60_000,
      },
    ),
  );
  press();
  expect(unsent(live)).toEqual([]);
  expect(screen.getByText('Sam is coding the coach in this session.')).toBeTruthy();
});

test('a therapist who watches a colleague does not code them', async () => {
  await openSupervision({ ...INES, role: 'therapist' });
  expect(screen.queryByRole('button', { name: 'Code the coach' })).toBeNull();
});
