import { expect, test } from 'vitest';
import { aFact, numbered, PARENT, UNTIL_CHECK_IN } from './testing/aSession.ts';
import { foldFacts } from './foldFacts.ts';

test('[WIN4] a stopped camera keeps its moment when the microphone changes later, and the reverse', () => {
  const says = { type: 'capture.changed', by: PARENT, participantId: PARENT } as const;
  const facts = [aFact.opened(), ...numbered(UNTIL_CHECK_IN)];
  const seq = facts.length;
  const { participants } = foldFacts([
    ...facts,
    { ...says, camera: 'stopped', microphone: 'works', seq: seq + 1, at: 60_000 },
    { ...says, camera: 'stopped', microphone: 'silent', seq: seq + 2, at: 180_000 },
    { ...says, camera: 'stopped', microphone: 'silent', seq: seq + 3, at: 190_000 },
  ]);
  expect(participants[PARENT]?.capture).toEqual({
    camera: 'stopped',
    microphone: 'silent',
    since: { camera: 60_000, microphone: 180_000 },
  });
});
