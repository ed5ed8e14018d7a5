import { expect, test } from 'vitest';
import { codedMs, countsIn } from '#shared/domain/codingWindow.ts';
import { codingSession, LEAD, PARENT, SUPERVISOR } from '#shared/session/testing/aSession.ts';
import { applyFact } from '#shared/session/foldFacts.ts';
import { whileCutOff } from './whileCutOff.ts';

const CODING = codingSession(1_000).context.session;

test('[WIN4] a lead coach who is cut off sees the window as the server will record it', () => {
  const [shown] = whileCutOff(CODING, LEAD, 5_000).windows;
  const leaving = { type: 'participant.left', by: 'server', participantId: LEAD, why: 'connection' } as const;
  const [written] = applyFact(CODING, { ...leaving, seq: CODING.seq + 1, at: 5_000 }).windows;
  expect(shown).toEqual(written);
  expect(shown && codedMs(shown, 60_000)).toBe(4_000);
  expect(shown && countsIn(shown, 4_999)).toBe(true);
  expect(shown && countsIn(shown, 5_000)).toBe(false);
});

test('[WIN4] the log continues from there, and nobody else’s connection makes a gap', () => {
  expect(whileCutOff(CODING, LEAD, 5_000).seq).toBe(CODING.seq);
  for (const self of [SUPERVISOR, PARENT, undefined]) expect(whileCutOff(CODING, self, 5_000)).toBe(CODING);
  const closed = applyFact(CODING, { type: 'session.closed', by: LEAD, seq: CODING.seq + 1, at: 6_000 });
  expect(whileCutOff(closed, LEAD, 7_000)).toBe(closed);
});
