// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CrashPage } from '#client/frame/CrashPage.tsx';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { Ended } from './Ended.tsx';
import { aDevice, fakeLive, fakeMedia, happens, joins, letIn } from './testing/fakeFamily.ts';
import { openFamilyDevice } from './familyDevice.ts';
import { FamilyRoomPage } from './FamilyRoomPage.tsx';
import { FamilySession } from './FamilySession.tsx';
import { pathOf } from '#shared/protocol/http/routes.ts';

beforeEach(() => {
  vi.stubGlobal('MediaStream', vi.fn());
  vi.stubGlobal('fetch', (path: string) =>
    path === pathOf('clinic-contact:read')
      ? Promise.resolve(Response.json({ name: 'Lark Clinic', telephone: '+61 2 5550 0100' }))
      : Promise.reject(new TypeError('no network')),
  );
  return () => vi.unstubAllGlobals();
});

async function expectNumber() {
  const link = await screen.findByRole('link', { name: /\+61 2 5550 0100$/ });
  expect(link.getAttribute('href')).toBe('tel:+61255500100');
  expect(screen.getByText(/Call Lark Clinic/)).toBeTruthy();
}

async function show(kind: DeviceKind, ...drafts: FactDraft[]) {
  const live = fakeLive(...drafts);
  const media = fakeMedia();
  const open = () => openFamilyDevice({ live, media, output: undefined, speak: undefined, page: document });
  await renderScreen(<FamilySession device={aDevice({ kind })} open={open} />, 'family');
  return { live, media };
}

test.for(['closed', 'taken-over', 'turned-away', 'revoked', 'not-signed-in'] as const)(
  'a session that is over for a device (%s) says whom to call',
  async (ending) => {
    const over = <Ended ending={ending} coach="Noor" isDark={false} showsCards={false} onContinue={vi.fn()} />;
    await renderScreen(over, 'family');
    await expectNumber();
  },
);

test('a room whose server is away says whom to call', async () => {
  await renderScreen(<FamilyRoomPage />, 'family');
  await screen.findByRole('button', { name: 'Try again' });
  await expectNumber();
});

test.for(['combined', 'ear'] as const)('a connection that is lost on a device (%s) says whom to call', async (kind) => {
  const { live } = await show(kind, ...letIn(kind), happens.checkIn, happens.coding);
  expect(screen.queryByRole('link')).toBeNull();
  act(() => live.show({ connection: 'lost' }));
  await expectNumber();
  act(() => live.show({ connection: 'live' }));
  expect(screen.queryByRole('link')).toBeNull();
});

test('a camera that stopped says whom to call', async () => {
  const { media } = await show('combined', ...letIn('combined'), happens.checkIn);
  act(() => media.show({ stopped: [{ source: 'camera', why: 'ended', others: [] }] }));
  await expectNumber();
});

test('a family that waits for a therapist who is not there says whom to call', async () => {
  await show('combined', joins('combined'));
  await expectNumber();
});

test('a wearer who hears nothing is told whom to call', async () => {
  await show('ear', ...letIn('ear'), happens.passedEarCheck, happens.checkIn, happens.coaching);
  await userEvent.click(screen.getByRole('button', { name: 'I can’t hear anything' }));
  await expectNumber();
});

test('a page of a family that broke says whom to call, and a page of staff does not', async () => {
  const broken = await renderScreen(<CrashPage error={new Error('broken')} isFamily />);
  await expectNumber();
  broken.unmount();
  await renderScreen(<CrashPage error={new Error('broken')} />);
  expect(screen.queryByRole('link')).toBeNull();
});
