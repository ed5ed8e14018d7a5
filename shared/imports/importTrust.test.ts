import { describe, expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CodingId } from '#shared/protocol/ids.ts';
import type { Transcript } from '#shared/protocol/transcript.ts';
import { aFact, CAREGIVER_A, codingSession, LEAD, SUPERVISOR } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import { importedCodings } from './importedCodings.ts';
import { type FileCoder, isTrusted } from './importTrust.ts';

const WINDOW = aFact.windowId(1);
const START = 10_000;
const code = (n: number, at: number, given: string): FactDraft => ({
  type: 'code.recorded',
  by: LEAD,
  codeId: aFact.codeId(n),
  code: given,
  caregiverId: CAREGIVER_A,
  heardAt: at,
  pressedAt: at,
});
const arrived = { type: 'reviewer.arrived', by: SUPERVISOR, participantId: SUPERVISOR, name: 'Ada' } as const;

/** A closed session in which the lead coach, Noor, gave two codes, and which Ada reviewed. */
function closed(later: readonly FactDraft[] = []) {
  const { session } = codingSession(START).context;
  const drafts: readonly FactDraft[] = [
    code(1, START + 1_000, 'LP'),
    code(2, START + 2_000, 'BD'),
    { type: 'session.closed', by: LEAD },
    { ...arrived, role: 'supervisor' },
    { type: 'review.opened', by: SUPERVISOR, what: 'review' },
    ...later,
  ];
  const at = START + 60_000;
  return foldFacts(
    drafts.map((draft, index): Fact => ({ ...draft, seq: session.seq + 1 + index, at })),
    session,
  );
}

const LAB: FileCoder = { id: 'lab 7', name: 'A lab', saidIndependent: true, importedBy: SUPERVISOR };
const byAda = { by: SUPERVISOR, codingId: CodingId.parse('00000000-0000-4000-8000-0000000000c1') } as const;
const coded: FactDraft = {
  type: 'second-coding.started',
  ...byAda,
  windowId: WINDOW,
  source: 'recording',
  coderName: 'Ada',
  independent: false,
};

describe('whether an imported coding counts as independent', () => {
  test.for([
    ['if the importer says so and its coder is a stranger', {}, [], true],
    ['by the command line', { importedBy: undefined }, [], true],
    ['not if nobody says so', { saidIndependent: false }, [], false],
    ['not if its coder is not named', { id: undefined }, [], false],
    ['not with the id of the lead coach', { id: LEAD }, [], false],
    ['not with the name of the lead coach, however it is written', { name: ' NOOR\u200b ' }, [], false],
    ['not with the name of a reviewer', { name: 'Ada' }, [], false],
    ['not with the id of a coding of this session', { id: byAda.codingId, importedBy: undefined }, [coded], false],
    ['not if the lead coach imports it', { importedBy: LEAD }, [], false],
    ['not if another coder of the session imports it', {}, [coded], false],
  ] as const)('[REL9] %s', ([, over, later, may]) => {
    expect(isTrusted({ ...LAB, ...over }, closed(later))).toBe(may);
  });
});

describe('what is imported again', () => {
  const transcript = (over: Partial<Transcript> = {}): Transcript => ({
    format: 'earshot-transcript/1',
    programme: 'pcit',
    criteria: 'pcit-2011',
    coder: 'A lab',
    windows: [{ id: WINDOW, kind: 'cdi', spans: [[START, START + 60_000]] }],
    events: [
      { id: 'e1', at: START + 1_050, code: 'LP' },
      { id: 'e2', at: START + 2_050, code: 'RF' },
    ],
    ...over,
  });
  const exact = [
    { id: 'e1', at: START + 2_000, code: 'BD' },
    { id: 'e2', at: START + 1_000, code: 'LP' },
  ];
  const idOf = (name: string) => `00000000-0000-4000-8000-${hashOf(name)}`;
  const bring = (transcripts: readonly Transcript[], state = closed()) =>
    importedCodings(transcripts, state, PCIT, { windowId: undefined, independent: true, importedBy: SUPERVISOR }, idOf);

  function after(made: ReturnType<typeof bring>) {
    if (!made.ok) throw new Error(made.error.message);
    return closed(made.value.facts);
  }

  test('[REL9] a coding with exactly the codes and times of another is refused as that coder’s', () => {
    expect(bring([transcript({ events: exact })])).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('the coding of Noor') as string },
    });
    const state = after(bring([transcript()]));
    expect(bring([transcript({ coder: 'Somebody else' })], state)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('the coding of A lab') as string },
    });
  });

  test('[REV4] the same coding with events in another order, and more spaces in its coder’s name, is recognized', () => {
    const state = after(bring([transcript()]));
    const same = transcript({ coder: '  A   lab ', events: transcript().events.toReversed() });
    expect(bring([same], state)).toMatchObject({ ok: true, value: { codings: 0, known: 1, facts: [] } });
  });

  test('[REV4] the same coding twice in one import is refused, with the reason', () => {
    const same = transcript({ events: transcript().events.toReversed() });
    expect(bring([transcript(), same])).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('More than one') as string },
    });
  });

  test('[REV5] nothing is imported while the record is signed off', () => {
    const state = closed([{ type: 'session.signed-off', by: SUPERVISOR, note: '' }]);
    expect(bring([transcript()], state)).toMatchObject({ ok: false, error: { code: 'not-now' } });
  });

  test('[REL9] a coding by a person with another’s name is compared as one person twice', () => {
    const pairs = reliabilityOf(after(bring([transcript({ coder: 'noor' })])), PCIT);
    expect(pairs).toMatchObject([{ samePerson: true, independent: false }]);
  });
});

/** Twelve digits derived from a text. */
function hashOf(text: string): string {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 999_999_999_989;
  return String(hash).padStart(12, '0');
}
