import { expect, test } from 'vitest';
import { NEVER_JOINED, type LiveView } from '#client/api/liveView.ts';
import { aFact, CAREGIVER_A, codingSession, LEAD } from '#shared/session/aSession.ts';
import { applyFact } from '#shared/session/foldFacts.ts';
import { createQuietReader } from './quietView.ts';

test('a press gives back the same quiet view, and a new phase another', () => {
  let view: LiveView = { ...NEVER_JOINED, session: codingSession(1_000).context.session };
  const read = createQuietReader(() => view);
  const before = read();
  const { seq } = view.session;

  const code = { codeId: aFact.codeId(1), code: 'LP', caregiverId: CAREGIVER_A, heardAt: 2_000, pressedAt: 2_000 };
  const coded = applyFact(view.session, { seq: seq + 1, at: 2_000, by: LEAD, type: 'code.recorded', ...code });
  view = { ...view, session: coded, unsent: [] };
  expect(read()).toBe(before);

  const paused = { seq: seq + 2, at: 3_000, by: LEAD, type: 'coding.paused', reason: 'phone' } as const;
  view = { ...view, session: applyFact(view.session, paused) };
  expect(read()).not.toBe(before);
  expect(read().session.phase).toBe('coding-paused');
});
