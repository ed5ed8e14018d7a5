import { expect, test } from 'vitest';
import { PARENT } from '#shared/session/testing/aSession.ts';
import { fakeLive, joins, letIn } from './testing/fakeFamily.ts';
import { settleDeviceKind } from './settleDeviceKind.ts';

const kindsAsked = (live: ReturnType<typeof fakeLive>) => live.asked.map(({ name, input }) => [name, input]);

test('a device that was checked as the room’s becomes that on joining, once', () => {
  const live = fakeLive(joins('combined'));
  settleDeviceKind(live, 'room', () => undefined);
  live.rejoin();
  live.rejoin();
  expect(kindsAsked(live)).toEqual([['device:set-kind', { device: 'room' }]]);
});

test.for([
  ['combined', 'combined'],
  ['combined', undefined],
  ['ear', 'room'],
] as const)('a %s device checked as %s stays what it is', ([kind, chosen]) => {
  const live = fakeLive(joins(kind));
  settleDeviceKind(live, chosen, () => undefined);
  live.rejoin();
  expect(live.asked).toEqual([]);
});

test('what it becomes in the session is remembered for a reload', () => {
  const live = fakeLive(...letIn('combined'));
  const remembered: string[] = [];
  settleDeviceKind(live, 'combined', (listening) => remembered.push(listening));
  live.show({});
  live.happen({ type: 'device.kind-set', by: PARENT, participantId: PARENT, device: 'room' });
  expect(remembered).toEqual(['room']);
});
