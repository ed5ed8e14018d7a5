// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aLiveSession, liveParts } from '#client/live/testing/aLiveSession.ts';
import { LiveProvider } from '#client/live/LiveContext.tsx';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Self } from '#shared/protocol/contract.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import {
  aFact,
  CAREGIVER_A,
  LEAD,
  START_CODING,
  SUPERVISOR,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import { SupervisionPage } from './SupervisionPage.tsx';

const INES: Self = { participantId: SUPERVISOR, name: 'Ines', role: 'supervisor', part: 'observer' };
const JOIN: FactDraft = {
  type: 'participant.joined',
  by: 'server',
  participantId: SUPERVISOR,
  name: 'Ines',
  role: 'supervisor',
  device: null,
  wearer: null,
};
const blind = (is: boolean): FactDraft => ({
  type: 'observer.blinded',
  by: SUPERVISOR,
  participantId: SUPERVISOR,
  blind: is,
});
const LEADS_LP: FactDraft = {
  type: 'code.recorded',
  by: LEAD,
  codeId: aFact.codeId(1),
  code: 'LP',
  caregiverId: CAREGIVER_A,
  heardAt: 60_000,
  pressedAt: 60_000,
};

async function openSupervision(self: Self = INES, drafts: readonly FactDraft[] = [JOIN, START_CODING]) {
  const live = aLiveSession([...UNTIL_CHECK_IN, ...drafts], self);
  const { parts } = liveParts(live);
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
  );
  const unsent = () => live.getSnapshot().unsent.map((one) => (one.kind === 'code' ? one.code : one.kind));
  return { live, unsent };
}

const click = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const press = (key: string) => fireEvent.keyDown(document.body, { key });

test('[COD2] an observer codes the parent by the program’s keys, sees their own count and strip, and can undo', async () => {
  const { live, unsent } = await openSupervision();
  await click('Code the parent');
  act(() => live.happen(LEADS_LP));
  press('1');
  expect(unsent()).toHaveLength(1);
  const [code = ''] = unsent();
  expect(within(screen.getByRole('region', { name: 'Your codes' })).getAllByText(code)).not.toEqual([]);
  expect(screen.getByRole('button', { name: /, 1 time$/ })).toBeTruthy();
  press('Backspace');
  expect(unsent()).toEqual([code, 'undo']);
});

test('[COD2] what the child does is not on an observer’s pad', async () => {
  await openSupervision(INES, [JOIN, { ...START_CODING, kind: 'pdi' }]);
  await click('Code the parent');
  const pad = within(screen.getByRole('region', { name: 'Codes' }));
  expect(pad.queryByRole('button', { name: /Comply/i })).toBeNull();
});

test('keys of the parent and of the coach are never on together', async () => {
  const { unsent } = await openSupervision(INES, [JOIN, { type: 'coaching.started', by: LEAD }]);
  await click('Code the parent');
  await click('Code the coach');
  press('1');
  expect(unsent()).toEqual([]);
  expect(screen.queryByRole('region', { name: 'Your own coding of the parent' })).toBeNull();
});

test('[REV2] blind, there is no strip, count or bar of the lead’s, and a sign says so', async () => {
  const { live } = await openSupervision();
  await click('Code the parent');
  await click('Code blind');
  expect(live.asked.at(-1)).toEqual({ name: 'observer:blind', input: { blind: true } });
  act(() => live.happen(blind(true)));
  expect(screen.getByRole('region', { name: 'You are coding blind' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Last codes' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Mastery' })).toBeNull();
  expect(screen.getByRole('button', { name: /End blind coding/ })).toBeTruthy();
  act(() => live.happen(blind(false)));
  expect(screen.getByRole('region', { name: 'Last codes' })).toBeTruthy();
});

test('[REV1] whoever has seen codes of this window is told that blind coding counts from the next', async () => {
  const { live } = await openSupervision();
  await click('Code the parent');
  expect(screen.getByText(/so that your coding can be compared/)).toBeTruthy();
  act(() => live.happen(LEADS_LP));
  expect(screen.getByText(/independent from the next window on/)).toBeTruthy();
});

test('a therapist who watches a colleague may code the parent too', async () => {
  await openSupervision({ ...INES, role: 'therapist' });
  expect(screen.getByRole('button', { name: 'Code the parent' })).toBeTruthy();
});
