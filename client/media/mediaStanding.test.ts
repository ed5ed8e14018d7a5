import { expect, test } from 'vitest';
import { standingOfTransports } from './mediaStanding.ts';

test.for([
  [[], 'idle'],
  [['new', 'new'], 'idle'],
  [['new', 'connecting'], 'starting'],
  [['connected', 'connecting'], 'starting'],
  [['new', 'connected'], 'connected'],
  [['connected', 'disconnected'], 'mending'],
  [['connecting', 'failed'], 'mending'],
] as const)('a page whose transports are %j is %s with the media server', ([states, standing]) => {
  expect(standingOfTransports(states)).toBe(standing);
});
