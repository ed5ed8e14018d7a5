import { expect, test } from 'vitest';
import { RECORDING_PURPOSES } from '#shared/domain/recording/recordedTracks.ts';
import { TakeId } from '#shared/protocol/ids.ts';
import { type FamilySays, isUsable, type TakeUse } from './usableTakes.ts';

const ROOM: TakeUse = {
  partId: TakeId.parse('00000000-0000-4000-8000-0000000000e1'),
  isOfRoom: true,
  purposes: ['treatment'],
};
const VOICE: TakeUse = { ...ROOM, isOfRoom: false, purposes: ['supervision'] };
const says = (recording: FamilySays['recording'], use: FamilySays['use']): FamilySays => ({ recording, use });

test('[CNS4] whoever treats the family watches its recording unless the family says no to it', () => {
  expect(isUsable(ROOM, 'treatment', says('open', 'open'))).toBe(true);
  expect(isUsable(ROOM, 'treatment', says('against', 'against'))).toBe(false);
});

test('[CNS4] any other use needs its purpose, from the session or since, and a no outweighs both', () => {
  expect(isUsable(ROOM, 'supervision', says('open', 'open'))).toBe(false);
  expect(isUsable(ROOM, 'supervision', says('open', 'agreed'))).toBe(true);
  expect(isUsable({ ...ROOM, purposes: ['supervision'] }, 'supervision', says('open', 'open'))).toBe(true);
  for (const use of RECORDING_PURPOSES) {
    const take = { ...ROOM, purposes: [...RECORDING_PURPOSES] };
    expect([use, isUsable(take, use, says('against', 'agreed'))]).toEqual([use, false]);
    if (use !== 'treatment') expect([use, isUsable(take, use, says('agreed', 'against'))]).toEqual([use, false]);
  }
});

test('[CNS4] a coach’s voice is the coach’s to decide: what the family says changes nothing', () => {
  expect(isUsable(VOICE, 'supervision', says('against', 'against'))).toBe(true);
  expect(isUsable(VOICE, 'research', says('agreed', 'agreed'))).toBe(false);
});
