import { expect, test } from 'vitest';
import { NEVER_JOINED, type LiveView } from '#client/api/liveView.ts';
import { aFact, CAREGIVER_A, codingSession, LEAD } from '#shared/session/testing/aSession.ts';
import { applyFact } from '#shared/session/foldFacts.ts';
import { createQuietReader } from './quietView.ts';

test('a press gives back the same quiet view, and a new phase another', () => {
  const window = codingSession(1_000).context.session;
  const press = (n: number) =>
    ({
      type: 'code.recorded',
      by: LEAD,
      codeId: aFact.codeId(n),
      code: 'LP',
      caregiverId: CAREGIVER_A,
      heardAt: 2_000,
      pressedAt: 2_000,
    }) as const;
  // The first press of a window makes its codes visible to those present.
  let view: LiveView = { ...NEVER_JOINED, session: applyFact(window, { seq: window.seq + 1, at: 2_000, ...press(1) }) };
  const read = createQuietReader(() => view);
  const before = read();
  const { seq } = view.session;

  const coded = applyFact(view.session, { seq: seq + 1, at: 2_000, ...press(2) });
  view = { ...view, session: coded, unsent: [] };
  expect(read()).toBe(before);

  const paused = { seq: seq + 2, at: 3_000, by: LEAD, type: 'coding.paused', reason: 'phone' } as const;
  view = { ...view, session: applyFact(view.session, paused) };
  expect(read()).not.toBe(before);
  expect(read().session.phase).toBe('coding-paused');
});
