import { expect, test } from 'vitest';
import { deviceEnd, familyLinkEnd, linkState } from './familyLink.ts';

const at = (clock: string) => new Date(`2026-03-02T${clock}:00Z`);

test.for([
  ['days before', '2026-02-27T08:00:00Z', '2026-03-02T12:00:00Z'],
  ['at its start', '2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z'],
  ['when the session is late', '2026-03-02T11:30:00Z', '2026-03-02T13:30:00Z'],
] as const)('[PER15] a link made %s is in force until an hour after the planned end, or two hours', ([, now, end]) => {
  expect(familyLinkEnd(at('10:00'), new Date(now))).toEqual(new Date(end));
});

test('[PER15] a device that was let in early is still valid at its session', () => {
  expect(deviceEnd(at('10:00'), new Date('2026-02-20T08:00:00Z'))).toEqual(new Date('2026-03-03T10:00:00Z'));
  expect(deviceEnd(at('10:00'), at('11:00'))).toEqual(new Date('2026-03-03T11:00:00Z'));
});

test.for([
  ['unused', null, null, '11:59'],
  ['expired', null, null, '12:00'],
  ['used', '09:00', null, '18:00'],
  ['withdrawn', null, '09:00', '10:00'],
  ['withdrawn', '09:00', '09:30', '10:00'],
] as const)('[PER15] a link is %s', ([state, used, withdrawn, now]) => {
  const moments = { usedAt: used && at(used), withdrawnAt: withdrawn && at(withdrawn), expiresAt: at('12:00') };
  expect(linkState(moments, at(now))).toBe(state);
});
