import { initialTransition, transition, type SnapshotFrom } from 'xstate';
import type { Fact, FactDraft, FactOf } from '#shared/protocol/facts.ts';
import { CaregiverId, CodeId, ParticipantId, SessionId, WindowId } from '#shared/protocol/ids.ts';
import type { Sounding } from '#shared/protocol/soundFacts.ts';
import { sessionMachine } from '../sessionMachine.ts';

/** Builders for tests: a family of two caregivers, a lead coach, a supervisor, and facts about them. */
export const LEAD = ParticipantId.parse('lead');
export const SUPERVISOR = ParticipantId.parse('supervisor');
export const PARENT = ParticipantId.parse('parent-device');
export const CAREGIVER_A = CaregiverId.parse('00000000-0000-4000-8000-00000000000a');
export const CAREGIVER_B = CaregiverId.parse('00000000-0000-4000-8000-00000000000b');
export const SESSION = SessionId.parse('00000000-0000-4000-8000-000000000001');

const id = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;

export const aFact = {
  windowId: (n: number) => WindowId.parse(id(n)),
  codeId: (n: number) => CodeId.parse(id(n)),
  opened: (over: Partial<FactOf<'session.opened'>> = {}): Fact => ({
    seq: 1,
    at: 0,
    by: 'server',
    type: 'session.opened',
    sessionId: SESSION,
    startedAt: '2026-11-21T10:00:00.000Z',
    program: 'pcit',
    programVersion: 'pcit-2011',
    familyName: 'Rivera',
    caregivers: [
      { caregiverId: CAREGIVER_A, name: 'Maria' },
      { caregiverId: CAREGIVER_B, name: 'Jon' },
    ],
    lead: LEAD,
    leadName: 'Noor',
    ...over,
  }),
};

const joined = (participantId: ParticipantId, isStaff: boolean): FactDraft => ({
  type: 'participant.joined',
  by: 'server',
  participantId,
  name: isStaff ? 'Noor' : 'Rivera',
  role: isStaff ? 'therapist' : 'caregiver',
  device: isStaff ? null : 'combined',
  wearer: isStaff ? null : CAREGIVER_A,
});

/** What happens before the first window of a plain session. */
export const UNTIL_CHECK_IN: readonly FactDraft[] = [
  joined(LEAD, true),
  { type: 'waiting.opened', by: LEAD },
  joined(PARENT, false),
  { type: 'device.admitted', by: LEAD, participantId: PARENT },
  { type: 'check-in.started', by: LEAD },
];

/** Their page reports that a voice would sound there, unless a fact says otherwise. */
export function sounds(participantId: ParticipantId, sounding: Sounding = 'works'): FactDraft {
  return { type: 'sounding.changed', by: participantId, participantId, sounding };
}

/** Numbers drafts from 2 (1 opened the session). Each takes a millisecond of session time, or `at`. */
export function numbered(drafts: readonly FactDraft[], at?: number): readonly Fact[] {
  return drafts.map((draft, index) => ({ ...draft, seq: index + 2, at: at ?? index + 1 }));
}

/** Folds a whole log through the machine. Throws if the machine refuses a fact. */
export function runFacts(facts: readonly Fact[]): SnapshotFrom<typeof sessionMachine> {
  const [initial] = initialTransition(sessionMachine);
  return facts.reduce((snapshot, fact) => {
    if (!snapshot.can(fact)) throw new Error(`refused: ${fact.type} at seq ${fact.seq}`);
    return transition(sessionMachine, snapshot, fact)[0];
  }, initial);
}

/** The lead coach starts to code the first window. */
export const START_CODING = {
  type: 'coding.started',
  by: LEAD,
  windowId: aFact.windowId(1),
  kind: 'cdi',
  caregiverId: CAREGIVER_A,
  lengthMs: 300_000,
} as const satisfies FactDraft;

/** A session in its first coding window, started at this session time. */
export function codingSession(startedAt: number) {
  const before = numbered(UNTIL_CHECK_IN);
  return runFacts([aFact.opened(), ...before, { ...START_CODING, seq: before.length + 2, at: startedAt }]);
}
