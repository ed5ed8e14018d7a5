import { expect, test } from 'vitest';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { applyFact } from './foldFacts.ts';
import { EMPTY_SESSION, type SessionState } from './sessionState.ts';
import { EVERY_FACT } from './testing/everyFact.ts';

const AT = 5;
const after = (state: SessionState, draft: FactDraft) =>
  applyFact(state, { ...draft, seq: state.seq + 1, at: AT } satisfies Fact);

/** The states on the way through every fact, twice, so that each fact meets what it is about. */
const STATES = [...Object.values(EVERY_FACT), ...Object.values(EVERY_FACT)].reduce<readonly SessionState[]>(
  (states, draft) => [...states, after(states.at(-1) ?? EMPTY_SESSION, draft)],
  [EMPTY_SESSION],
);

test.for(Object.values(EVERY_FACT).map((draft) => [draft.type, draft] as const))(
  '%s changes what is known of a session',
  ([, draft]) => {
    const withoutSeq = (state: SessionState) => JSON.stringify({ ...state, seq: 0 });
    expect(STATES.some((state) => withoutSeq(after(state, draft)) !== withoutSeq(state))).toBe(true);
  },
);
