import { expect, test } from 'vitest';
import { CHALLENGE_LASTS_MS } from '#shared/domain/secondFactor.ts';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { createChallenges } from './challenges.ts';

async function someChallenges() {
  const db = await aDatabase();
  const clock = { ms: Date.parse('2026-03-02T09:00:00Z') };
  const open = () => createChallenges(db, () => new Date(clock.ms));
  const left = async () => (await db.selectFrom('challenges').selectAll().execute()).length;
  return { ...open(), open, left, clock };
}

test('[PER16] a challenge is good once, for its purpose, at whichever node it is brought back', async () => {
  const { make, open } = await someChallenges();
  const challenge = await make('sign in');
  const other = open();
  expect(await other.use(challenge, 'another purpose')).toBe(false);
  expect(await other.use(challenge, 'sign in')).toBe(true);
  expect(await other.use(challenge, 'sign in')).toBe(false);
  expect(await other.use('never made', 'sign in')).toBe(false);
});

test('[PER16] a challenge that is too old is good for nothing, and goes when the next one is made', async () => {
  const { make, use, left, clock } = await someChallenges();
  const challenge = await make('sign in');
  clock.ms += CHALLENGE_LASTS_MS;
  expect(await use(challenge, 'sign in')).toBe(false);
  clock.ms += 1;
  await make('sign in');
  expect(await left()).toBe(1);
});
