import { describe, expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Role } from '#shared/domain/people.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, CodingId, ParticipantId } from '#shared/protocol/ids.ts';
import { aFact, CAREGIVER_A, CAREGIVER_B, LEAD, SUPERVISOR, UNTIL_CHECK_IN } from '../testing/aSession.ts';
import { foldFacts } from '../foldFacts.ts';
import { comparePair, exchanged, reliabilityOf } from './reliabilityOf.ts';

const PEER = ParticipantId.parse('peer');
const WINDOW = aFact.windowId(1);
const uuid = (n: number) => `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`;

type Timed = readonly [at: number, draft: FactDraft];

let codes = 0;
const code = (by: ParticipantId, at: number, given: string, caregiverId = CAREGIVER_A): Timed => [
  at,
  {
    type: 'code.recorded',
    by,
    codeId: CodeId.parse(uuid(++codes)),
    code: given,
    caregiverId,
    heardAt: at,
    pressedAt: at,
  },
];

/** A session with one window from 10 s to 110 s, paused from 50 s to 60 s, with codes in it and later facts. */
function session(during: readonly Timed[], later: readonly FactDraft[] = [], before: readonly FactDraft[] = []) {
  const started: FactDraft = {
    type: 'coding.started',
    by: LEAD,
    windowId: WINDOW,
    kind: 'cdi',
    caregiverId: CAREGIVER_A,
    lengthMs: 300_000,
  };
  const timed: Timed[] = [
    ...[...UNTIL_CHECK_IN, ...before].map((draft, index): Timed => [index, draft]),
    [10_000, started],
    [50_000, { type: 'coding.paused', by: LEAD, reason: 'A knock at the door' }],
    [60_000, { type: 'coding.resumed', by: LEAD }],
    [110_000, { type: 'coding.finished', by: LEAD, windowId: WINDOW, complete: false }],
    ...during,
    [120_000, { type: 'session.closed', by: LEAD }],
    ...later.map((draft, index): Timed => [130_000 + index, draft]),
  ];
  const inOrder = timed.toSorted(([one], [other]) => one - other);
  const facts = inOrder.map(([at, draft], index) => ({ ...draft, seq: index + 2, at }));
  return foldFacts([aFact.opened(), ...facts]);
}

const joins = (participantId: ParticipantId, name: string, role: Role): FactDraft => ({
  type: 'participant.joined',
  by: 'server',
  participantId,
  name,
  role,
  device: null,
  wearer: null,
});
const blinded = (participantId: ParticipantId, blind = true): FactDraft => ({
  type: 'observer.blinded',
  by: participantId,
  participantId,
  blind,
});
const WATCHING = [joins(SUPERVISOR, 'Ada', 'supervisor'), blinded(SUPERVISOR)];

const CODING = CodingId.parse(uuid(900));
function secondCoding(
  by: ParticipantId,
  given: readonly (readonly [at: number, code: string])[],
  isFinished = true,
): FactDraft[] {
  return [
    { type: 'reviewer.arrived', by, participantId: by, name: 'Ada', role: 'supervisor' },
    {
      type: 'second-coding.started',
      by,
      codingId: CODING,
      windowId: WINDOW,
      source: 'recording',
      coderName: 'Ada',
      independent: true,
    },
    ...given.map(([heardAt, one]): FactDraft => ({
      type: 'second-coding.coded',
      by,
      codingId: CODING,
      codeId: CodeId.parse(uuid(++codes)),
      code: one,
      heardAt,
    })),
    ...(isFinished ? [{ type: 'second-coding.finished', by, codingId: CODING } as const] : []),
  ];
}

const LIVE = [code(LEAD, 20_000, 'LP'), code(LEAD, 30_000, 'BD'), code(LEAD, 70_000, 'UP')];

describe('which codings are compared', () => {
  test('[REL9] a window that only its lead coach coded has no comparison', () => {
    expect(reliabilityOf(session(LIVE, [], WATCHING), PCIT)).toEqual([]);
  });

  test('[REL9] the lead coach’s live codes with those of a supervisor who coded blind and is the reference', () => {
    const [pair, ...more] = reliabilityOf(session([...LIVE, code(SUPERVISOR, 20_500, 'LP')], [], WATCHING), PCIT);
    expect(more).toEqual([]);
    expect(pair).toMatchObject({
      windowId: WINDOW,
      kind: 'cdi',
      reference: { how: 'observer', name: 'Ada', codes: [{ at: 20_500, code: 'LP' }] },
      trainee: { how: 'lead', name: 'Noor' },
      independent: true,
      samePerson: false,
      medium: 'live',
    });
  });

  test('[REL9] [REV2] a coder who saw the codes is not independent', () => {
    const [pair] = reliabilityOf(session([...LIVE, code(SUPERVISOR, 20_500, 'LP')], [], WATCHING.slice(0, 1)), PCIT);
    expect(pair?.independent).toBe(false);
  });

  test('[REL9] live codes with a coding from the recording, once that is finished', () => {
    const [pair] = reliabilityOf(session(LIVE, secondCoding(SUPERVISOR, [[20_500, 'LP']])), PCIT);
    expect(pair).toMatchObject({ reference: { id: CODING, how: 'recording' }, medium: 'live and recorded' });
    expect(reliabilityOf(session(LIVE, secondCoding(SUPERVISOR, [[20_500, 'LP']], false)), PCIT)).toEqual([]);
  });

  test('[REL9] each with each if there are three; among equals the lead coach is the reference', () => {
    const during = [...LIVE, code(PEER, 21_000, 'LP')];
    const state = session(during, secondCoding(SUPERVISOR, []), [joins(PEER, 'Bo', 'therapist'), blinded(PEER)]);
    expect(
      reliabilityOf(state, PCIT).map(({ reference, trainee, medium }) => [reference.name, trainee.name, medium]),
    ).toEqual([
      ['Noor', 'Bo', 'live'],
      ['Ada', 'Noor', 'live and recorded'],
      ['Ada', 'Bo', 'live and recorded'],
    ]);
  });

  test('[REL9] the same person twice is told apart from two people people', () => {
    const [pair] = reliabilityOf(session(LIVE, secondCoding(LEAD, [[20_000, 'LP']])), PCIT);
    expect(pair?.samePerson).toBe(true);
  });

  test('[REL9] a void window is not compared', () => {
    const voided: FactDraft = { type: 'window.voided', by: LEAD, windowId: WINDOW, reason: 'Wrong child' };
    expect(reliabilityOf(session([...LIVE, [115_000, voided]], secondCoding(SUPERVISOR, [])), PCIT)).toEqual([]);
  });
});

describe('what makes a coding dependent', () => {
  const undo = (at: number, by: ParticipantId, [, draft]: Timed): Timed => {
    if (draft.type !== 'code.recorded') throw new Error('no code');
    return [at, { type: 'code.undone', by, codeId: draft.codeId }];
  };
  const late = (by: ParticipantId, at: number, given: string): FactDraft => code(by, at, given)[1];
  const opens = (by: ParticipantId): FactDraft => ({ type: 'review.opened', by, what: 'review' });
  const AGAIN = secondCoding(SUPERVISOR, [[20_500, 'LP']]);
  const sees: Timed = [111_000, blinded(SUPERVISOR, false)];
  const independence = (...given: Parameters<typeof session>) =>
    reliabilityOf(session(...given), PCIT).map(({ independent }) => independent);

  test('[REL9] [LOG5] a lead coach whose codes arrived after another coding was finished', () => {
    expect(independence(LIVE, [...AGAIN, late(LEAD, 75_000, 'BD')])).toEqual([false]);
    expect(independence(LIVE, [late(LEAD, 75_000, 'BD'), ...AGAIN])).toEqual([true]);
  });

  test('[REL9] [LOG5] a lead coach who undid codes after another coding was finished, in an older log', () => {
    const [first = code(LEAD, 20_000, 'LP')] = LIVE;
    const [, undone] = undo(0, LEAD, first);
    expect(independence(LIVE, [...AGAIN, opens(LEAD), undone])).toEqual([false]);
  });

  test('[REL9] [REV2] an observer who comes back after the window, sees its codes and dates codes back into it', () => {
    const gone: Timed = [5, { type: 'participant.left', by: 'server', participantId: SUPERVISOR, why: 'connection' }];
    const back: Timed = [111_000, joins(SUPERVISOR, 'Ada', 'supervisor')];
    const [, given] = code(SUPERVISOR, 20_500, 'LP');
    const joined = WATCHING.slice(0, 1);
    expect(independence([...LIVE, gone, back, [112_000, given]], [], joined)).toEqual([false]);
    expect(independence([...LIVE, gone, [109_000, given], back], [], joined)).toEqual([true]);
  });

  test('[REL9] [REV2] an observer who stops coding blind, and whose codes or undos arrive after that', () => {
    const before = code(SUPERVISOR, 20_500, 'LP');
    const [, after] = code(SUPERVISOR, 30_500, 'BD');
    expect(independence([...LIVE, before, sees], [], WATCHING)).toEqual([true]);
    expect(independence([...LIVE, before, sees, [112_000, after]], [], WATCHING)).toEqual([false]);
    expect(independence([...LIVE, before, sees, undo(112_000, SUPERVISOR, before)], [], WATCHING)).toEqual([]);
    const two = [before, code(SUPERVISOR, 31_000, 'BD')];
    expect(independence([...LIVE, ...two, sees, undo(112_000, SUPERVISOR, before)], [], WATCHING)).toEqual([false]);
  });

  test('[REL9] [REV2] an observer who has seen the codes since the close, in an older log', () => {
    const given = late(SUPERVISOR, 20_500, 'LP');
    expect(independence(LIVE, [opens(SUPERVISOR), given], WATCHING)).toEqual([false]);
    expect(independence(LIVE, [given, opens(SUPERVISOR)], WATCHING)).toEqual([true]);
  });

  test('[REL9] [LOG5] a coder in an older log who never joined has the name and role of a reviewer', () => {
    const arrived: FactDraft = {
      type: 'reviewer.arrived',
      by: SUPERVISOR,
      participantId: SUPERVISOR,
      name: 'Ada',
      role: 'supervisor',
    };
    const [pair] = reliabilityOf(session(LIVE, [arrived, late(SUPERVISOR, 20_500, 'LP')]), PCIT);
    expect(pair).toMatchObject({ reference: { name: 'Ada', role: 'supervisor' }, independent: false });
  });
});

describe('what is compared', () => {
  test('[REL9] codes that were undone, given while the clock stood still, or of the child or another caregiver are left out', () => {
    const undone = code(LEAD, 25_000, 'QU');
    const codeId = undone[1].type === 'code.recorded' ? undone[1].codeId : CodeId.parse(uuid(0));
    const state = session(
      [
        ...LIVE,
        undone,
        [26_000, { type: 'code.undone', by: LEAD, codeId }],
        code(LEAD, 55_000, 'TA'),
        code(LEAD, 75_000, 'CO'),
        code(LEAD, 80_000, 'DC', CAREGIVER_B),
      ],
      secondCoding(SUPERVISOR, [
        [20_500, 'LP'],
        [55_000, 'RF'],
      ]),
    );
    const [pair] = reliabilityOf(state, PCIT);
    expect(pair?.trainee.codes.map((given) => given.code)).toEqual(['LP', 'BD', 'UP']);
    expect(pair?.reference.codes.map((given) => given.code)).toEqual(['LP']);
  });

  test('[REL9] codes that a review corrected or added are not the coder’s own', () => {
    const [first] = LIVE;
    const codeId = first?.[1].type === 'code.recorded' ? first[1].codeId : CodeId.parse(uuid(0));
    const reason = 'The tape says so';
    const state = session(LIVE, [
      ...secondCoding(SUPERVISOR, [[20_500, 'LP']]),
      { type: 'code.corrected', by: SUPERVISOR, codeId, code: 'UP', reason },
      {
        type: 'code.added',
        by: SUPERVISOR,
        codeId: CodeId.parse(uuid(901)),
        code: 'RF',
        caregiverId: CAREGIVER_A,
        heardAt: 90_000,
        reason,
      },
    ]);
    const [pair] = reliabilityOf(state, PCIT);
    expect(pair?.trainee.codes.map((given) => given.code)).toEqual(['LP', 'BD', 'UP']);
  });

  test('[REL2] [REL5] a pair is compared by the program’s codes, and by their meaning in this phase', () => {
    const [pair] = reliabilityOf(
      session(
        LIVE,
        secondCoding(SUPERVISOR, [
          [20_500, 'LP'],
          [30_500, 'LP'],
        ]),
      ),
      PCIT,
    );
    if (pair === undefined) throw new Error('no pair');
    const { agreements, substitutions, commissions, byClass } = comparePair(pair, PCIT);
    expect({ agreements, substitutions, commissions }).toEqual({ agreements: 1, substitutions: 1, commissions: 1 });
    expect(byClass.find(({ code: meant }) => meant === 'do')).toMatchObject({ reference: 2, agreements: 2 });
    expect(comparePair(exchanged(pair), PCIT)).toMatchObject({ omissions: 1, commissions: 0 });
  });
});
