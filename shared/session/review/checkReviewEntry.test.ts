import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Role } from '#shared/domain/people.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CaregiverId, CodingId, ParticipantId, RemarkId, UtteranceId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { foldFacts } from '../foldFacts.ts';
import { aFact, CAREGIVER_A, CAREGIVER_B, LEAD, numbered, UNTIL_CHECK_IN } from '../testing/aSession.ts';
import { aRecording } from '../recording/testing/aRecording.ts';
import { isWithdrawn } from '../recording/recordingState.ts';
import type { SessionState } from '../sessionState.ts';
import { checkReviewEntry, type Reviewer } from './checkReviewEntry.ts';
import { mayReview } from './mayReview.ts';

const CHECKLISTS = PCIT.checklists.filter(({ stage }) => stage === 'cdi-coach');
const WINDOW = aFact.windowId(1);
const CODE = aFact.codeId(1);
const CODING = CodingId.parse('00000000-0000-4000-a000-000000000001');
const REMARK = RemarkId.parse('00000000-0000-4000-a000-000000000002');
const UTTERANCE = UtteranceId.parse('00000000-0000-4000-a000-000000000003');

/** A closed session with one window of a minute, from 1 s on, and one praise. */
const CLOSED = foldFacts([
  aFact.opened({ stage: 'cdi-coach' }),
  ...timed([
    ...UNTIL_CHECK_IN.map((draft) => [0, draft] as const),
    [
      1_000,
      { type: 'coding.started', by: LEAD, windowId: WINDOW, kind: 'cdi', caregiverId: CAREGIVER_A, lengthMs: 60_000 },
    ],
    [
      2_000,
      {
        type: 'code.recorded',
        by: LEAD,
        codeId: CODE,
        code: 'LP',
        caregiverId: CAREGIVER_A,
        heardAt: 2_000,
        pressedAt: 2_000,
      },
    ],
    [61_000, { type: 'coding.finished', by: LEAD, windowId: WINDOW, complete: true }],
    [62_000, { type: 'feedback.started', by: LEAD }],
    [63_000, { type: 'session.closed', by: LEAD }],
  ]),
]);

function timed(drafts: readonly (readonly [at: number, draft: FactDraft])[]): readonly Fact[] {
  return drafts.flatMap(([at, draft], index) => numbered([draft], at).map((fact) => ({ ...fact, seq: index + 2 })));
}

const reviewer = (role: Role): Reviewer => ({ participantId: ParticipantId.parse(`a-${role}`), name: 'Ada', role });

function check(state: SessionState, entry: ReviewEntry, role: Role = 'supervisor') {
  return checkReviewEntry(entry, reviewer(role), { state, program: PCIT, checklists: CHECKLISTS });
}

/** The session after an entry, by the same two checks as on the server. Unchanged if either refuses it. */
function enter(state: SessionState, entry: ReviewEntry, role: Role = 'supervisor'): SessionState {
  const checked = check(state, entry, role);
  if (!checked.ok) return state;
  let after = state;
  for (const draft of checked.value) {
    const fact = { ...draft, seq: after.seq + 1, at: 100_000 };
    if (!mayReview(after, fact)) return state;
    after = foldFacts([fact], after);
  }
  return after;
}

const OPEN: ReviewEntry = { type: 'review.open' };
const START: ReviewEntry = { type: 'coding.start', codingId: CODING, windowId: WINDOW };
const PRESS: ReviewEntry = {
  type: 'coding.code',
  codingId: CODING,
  codeId: aFact.codeId(9),
  code: 'UP',
  heardAt: 2_100,
};
const FINISH: ReviewEntry = { type: 'coding.finish', codingId: CODING };

const SIGHTS = {
  gate: (role: Role) => enter(CLOSED, { ...START, codingId: CodingId.parse(crypto.randomUUID()) }, other(role)),
  coding: (role: Role) => enter(CLOSED, START, role),
  open: (role: Role) => enter(CLOSED, OPEN, role),
};
const other = (role: Role): Role => (role === 'supervisor' ? 'therapist' : 'supervisor');

const ENTRIES: { readonly [T in ReviewEntry['type']]: Extract<ReviewEntry, { type: T }> } = {
  'review.open': { type: 'review.open' },
  'coding.start': {
    type: 'coding.start',
    codingId: CodingId.parse('00000000-0000-4000-a000-000000000009'),
    windowId: WINDOW,
  },
  'coding.code': { type: 'coding.code', codingId: CODING, codeId: aFact.codeId(8), code: 'UP', heardAt: 2_100 },
  'coding.undo': { type: 'coding.undo', codingId: CODING, codeId: aFact.codeId(8) },
  'coding.finish': { type: 'coding.finish', codingId: CODING },
  'code.correct': { type: 'code.correct', codeId: CODE, code: 'UP', reason: 'Nothing is named' },
  'code.add': {
    type: 'code.add',
    codeId: aFact.codeId(7),
    code: 'BD',
    caregiverId: CAREGIVER_A,
    heardAt: 3_000,
    reason: 'Missed',
  },
  'utterance.write': {
    type: 'utterance.write',
    utteranceId: UTTERANCE,
    heardAt: 2_000,
    speaker: 'parent',
    text: 'Good job',
    codeId: CODE,
  },
  'comment.write': { type: 'comment.write', remarkId: REMARK, about: 2_000, text: 'Nice timing', answers: null },
  'bookmark.set': { type: 'bookmark.set', remarkId: REMARK, about: 2_000, label: '' },
  'remark.remove': { type: 'remark.remove', remarkId: REMARK },
  'fidelity.rate': { type: 'fidelity.rate', checklistId: 'cdi-coach', marks: { goal: 'done', both: 'not-applicable' } },
  'consent.withdraw': { type: 'consent.withdraw', saidBy: CAREGIVER_A },
  'session.sign-off': { type: 'session.sign-off', note: '' },
  'sign-off.withdraw': { type: 'sign-off.withdraw', reason: 'By mistake' },
};
const BLIND = new Set(['consent.withdraw', 'coding.start', 'coding.code', 'coding.undo', 'coding.finish']);
const ROLES = ['therapist', 'supervisor'] as const;
const TABLE = ROLES.flatMap((role) =>
  (['gate', 'coding', 'open'] as const).flatMap((sight) =>
    Object.values(ENTRIES).map((entry) => ({ role, sight, type: entry.type, entry })),
  ),
);

test.for(TABLE)(
  '[REV1] a $role who is at “$sight” may $type only if the table says so',
  ({ role, sight, type, entry }) => {
    const checked = check(SIGHTS[sight](role), entry, role);
    const expected = () => {
      if (type === 'review.open') return sight === 'coding' ? 'not-now' : 'ok';
      // The machine decides whether there is such a coding. A second one at the same time is refused.
      if (BLIND.has(type)) return type === 'coding.start' && sight === 'coding' ? 'not-now' : 'ok';
      if (sight !== 'open') return 'not-now';
      return role === 'therapist' && type.includes('sign-off') ? 'not-allowed' : 'ok';
    };
    expect(checked.ok ? 'ok' : checked.error.code).toBe(expected());
  },
);

describe('what an entry must contain', () => {
  const open = enter(CLOSED, OPEN);
  const coding = enter(CLOSED, START);

  test.for([
    ['a correction to a code that is none', open, { ...ENTRIES['code.correct'], code: 'XX' }, 'invalid'],
    ['an added code that is none', open, { ...ENTRIES['code.add'], code: 'XX' }, 'invalid'],
    ['a checklist of another stage', open, { ...ENTRIES['fidelity.rate'], checklistId: 'pdi-coach' }, 'not-found'],
    ['a coding of no window', CLOSED, { ...START, windowId: aFact.windowId(5) }, 'not-found'],
    ['a comment on a moment after the end', open, { ...ENTRIES['comment.write'], about: 65_001 }, 'invalid'],
    ['a bookmark far after the end', open, { ...ENTRIES['bookmark.set'], about: 1e15 }, 'invalid'],
    ['a code that was missed after the end', open, { ...ENTRIES['code.add'], heardAt: 1e15 }, 'invalid'],
    ['words after the end', open, { ...ENTRIES['utterance.write'], heardAt: 1e15 }, 'invalid'],
    ['a coach’s statement in a second coding', coding, { ...PRESS, code: 'MOD' }, 'invalid'],
    ['a moment far after the window', coding, { ...PRESS, heardAt: 63_001 }, 'invalid'],
    ['a moment far before the window', enter(CLOSED, START), { ...PRESS, heardAt: -1_001 }, 'invalid'],
  ] as const)('%s is refused', ([, state, entry, code]) => {
    expect(check(state, entry)).toMatchObject({ ok: false, error: { code } });
  });

  test('[COD3] of two codes that a coder considered, the program’s order chooses', () => {
    const state = enter(coding, { ...PRESS, code: 'TA', candidates: ['TA', 'LP'], mode: 'both' });
    expect(state.review.codings[0]?.codes).toMatchObject([{ code: 'LP', candidates: ['TA', 'LP'], mode: 'both' }]);
  });

  test('[FID1] a rating keeps the text that was rated, and only items of the list', () => {
    const state = enter(open, { ...ENTRIES['fidelity.rate'], marks: { goal: 'done', nonsense: 'done' } });
    const text = CHECKLISTS[0]?.items.find(({ itemId }) => itemId === 'goal')?.text;
    expect(state.review.fidelity[0]?.items).toEqual([{ itemId: 'goal', text, mark: 'done' }]);
  });

  test('[REV4] nobody can write to another person’s coding', () => {
    expect(enter(coding, PRESS, 'therapist')).toBe(coding);
    expect(
      enter(enter(coding, PRESS), { type: 'coding.undo', codingId: CODING, codeId: aFact.codeId(9) }, 'therapist')
        .review.codings[0]?.codes,
    ).toMatchObject([{ undone: false }]);
  });
});

describe('a withdrawn consent', () => {
  const { agreed, started, stopped, withdrawn } = aRecording;
  const closedWith = (...drafts: readonly FactDraft[]) =>
    foldFacts([
      aFact.opened(),
      ...timed(
        [...UNTIL_CHECK_IN, ...drafts, { type: 'session.closed', by: LEAD } as const].map((draft) => [0, draft]),
      ),
    ]);
  const recorded = closedWith(agreed('room-video'), started('room-video', 'room-audio'), stopped('over'));
  const WITHDRAW: ReviewEntry = { type: 'consent.withdraw', saidBy: CAREGIVER_A };

  test('[RCD9] locks the whole recording of the room, and names the person who noted it', () => {
    const after = enter(recorded, WITHDRAW, 'therapist');
    expect(after.recording.withdrawn).toMatchObject([
      { track: 'room-video', saidBy: CAREGIVER_A, by: 'a-therapist' },
      { track: 'room-audio', saidBy: CAREGIVER_A },
    ]);
    expect(after.recording.consents).toEqual([]);
    expect(after.recording.spans.map((one) => isWithdrawn(after.recording, one))).toEqual([true]);
    expect(Object.keys(after.review.people)).toEqual(['a-therapist']);
    expect(after.review.openedBy).toEqual([]);
  });

  test('[RCD9] also locks what was recorded before a consent was withdrawn in the session, which by itself plays on', () => {
    const live = closedWith(
      agreed('room-video'),
      started('room-video'),
      withdrawn('room-video'),
      stopped('consent-withdrawn'),
    );
    expect(live.recording.spans.map((one) => isWithdrawn(live.recording, one))).toEqual([false]);
    const after = enter(live, WITHDRAW);
    expect(after.recording.spans.map((one) => isWithdrawn(after.recording, one))).toEqual([true]);
  });

  test('[RCD9] leaves a coach’s own voice, for which the family does not speak', () => {
    const after = enter(closedWith(started('coach-voice'), started('room-audio')), WITHDRAW);
    expect(after.recording.spans.map((one) => isWithdrawn(after.recording, one))).toEqual([false, true]);
  });

  test('[RCD9] can only be withdrawn by a caregiver of the family', () => {
    const stranger = CaregiverId.parse('00000000-0000-4000-8000-0000000000ff');
    expect(check(recorded, { type: 'consent.withdraw', saidBy: stranger })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  test('[RCD9] changes nothing a second time, or if nothing of the room was recorded', () => {
    const after = enter(recorded, WITHDRAW);
    expect(enter(after, { ...WITHDRAW, saidBy: CAREGIVER_B })).toBe(after);
    expect(enter(CLOSED, WITHDRAW)).toBe(CLOSED);
  });
});

const anEntry = fc.constantFrom<ReviewEntry>(START, PRESS, FINISH, ...Object.values(ENTRIES));
const aRole = fc.constantFrom<Role>('therapist', 'supervisor');
const story = fc.array(fc.tuple(anEntry, aRole), { maxLength: 25 });

describe('any story of a review', () => {
  test('an entry that is sent twice in a row changes nothing the second time', () => {
    fc.assert(
      fc.property(story, (entries) => {
        let state = CLOSED;
        for (const [entry, role] of entries) {
          state = enter(state, entry, role);
          // Each sign-off is a decision, and the machine refuses a second one.
          expect(enter(state, entry, role)).toBe(state);
        }
      }),
    );
  });

  test('its facts fold to the same state again', () => {
    fc.assert(
      fc.property(story, (entries) => {
        const facts: Fact[] = [];
        let state = CLOSED;
        for (const [entry, role] of entries) {
          const checked = check(state, entry, role);
          for (const draft of checked.ok ? checked.value : []) {
            const fact = { ...draft, seq: state.seq + 1, at: 100_000 };
            if (!mayReview(state, fact)) break;
            facts.push(fact);
            state = foldFacts([fact], state);
          }
        }
        expect(foldFacts(facts, CLOSED)).toEqual(state);
      }),
    );
  });
});

test('[REV5] while a record is signed off, what it counts cannot change; once the sign-off is withdrawn, it can', () => {
  const signed = enter(enter(CLOSED, OPEN), { type: 'session.sign-off', note: '' });
  for (const entry of [ENTRIES['code.correct'], ENTRIES['code.add']]) {
    expect(check(signed, entry)).toMatchObject({
      ok: false,
      error: { code: 'not-now', message: expect.stringContaining('signed off') as string },
    });
    const withdrawn = enter(signed, { type: 'sign-off.withdraw', reason: 'A code is wrong' });
    expect(check(withdrawn, entry).ok).toBe(true);
  }
  expect(check(signed, ENTRIES['comment.write']).ok).toBe(true);
});
