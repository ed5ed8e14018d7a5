import { expect, test } from 'vitest';
import { deviceName } from './deviceName.ts';

const BOTH = [
  { caregiverId: 'maria', name: 'Maria' },
  { caregiverId: 'jon', name: 'Jon' },
];

test.for([
  ['combined', null, 'Maria and Jon’s phone'],
  ['combined', 'jon', 'Jon’s phone'],
  ['ear', 'maria', 'Maria’s earphones'],
  ['room', 'maria', 'Maria and Jon’s room camera'],
] as const)('a %s device that %s wears is %s', ([device, wearer, name]) => {
  expect(deviceName({ device, wearer }, BOTH)).toBe(name);
});
