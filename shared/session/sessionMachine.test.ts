import fc from 'fast-check';
import { createActor, initialTransition, transition, type SnapshotFrom } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { describe, expect, test } from 'vitest';
import { codedMs } from '#shared/domain/codingWindow.ts';
import { aFact, CAREGIVER_A, CAREGIVER_B, codingSession, LEAD, PARENT, SUPERVISOR } from './testing/aSession.ts';
import { alarmOn } from './alarm.ts';
import { snapshotOf } from './foldLog.ts';
import { sessionMachine } from './sessionMachine.ts';
import { partOf } from './sessionState.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';

type Snapshot = SnapshotFrom<typeof sessionMachine>;

/** One sample of each fact that can happen next. Ids repeat, so that refusals are covered too. */
const DRAFTS: readonly FactDraft[] = [
  {
    type: 'participant.joined',
    by: 'server',
    participantId: LEAD,
    name: 'Noor',
    role: 'therapist',
    device: null,
    wearer: null,
  },
  {
    type: 'participant.joined',
    by: 'server',
    participantId: SUPERVISOR,
    name: 'Ada',
    role: 'supervisor',
    device: null,
    wearer: null,
  },
  {
    type: 'participant.joined',
    by: 'server',
    participantId: PARENT,
    name: 'Home',
    role: 'caregiver',
    device: 'combined',
    wearer: CAREGIVER_A,
  },
  { type: 'participant.left', by: 'server', participantId: LEAD, why: 'connection' },
  { type: 'participant.left', by: 'server', participantId: PARENT, why: 'connection' },
  { type: 'device.admitted', by: LEAD, participantId: PARENT },
  { type: 'waiting.opened', by: LEAD },
  { type: 'check-in.started', by: LEAD },
  {
    type: 'coding.started',
    by: LEAD,
    windowId: aFact.windowId(1),
    kind: 'cdi',
    caregiverId: CAREGIVER_A,
    lengthMs: 300_000,
  },
  {
    type: 'coding.started',
    by: LEAD,
    windowId: aFact.windowId(2),
    kind: 'cdi',
    caregiverId: CAREGIVER_B,
    lengthMs: 300_000,
  },
  { type: 'coding.paused', by: LEAD, reason: 'doorbell' },
  { type: 'coding.resumed', by: LEAD },
  { type: 'coding.finished', by: 'server', windowId: aFact.windowId(1), complete: true },
  { type: 'coding.finished', by: 'server', windowId: aFact.windowId(2), complete: true },
  { type: 'coaching.started', by: LEAD },
  { type: 'feedback.started', by: LEAD },
  { type: 'session.closed', by: LEAD },
  { type: 'lead.changed', by: SUPERVISOR, to: SUPERVISOR, how: 'taken' },
  { type: 'lead.changed', by: LEAD, to: SUPERVISOR, how: 'handed' },
  { type: 'voice.opened', by: LEAD, participantId: LEAD, track: 'coach-voice', hearers: [] },
  { type: 'voice.opened', by: SUPERVISOR, participantId: SUPERVISOR, track: 'supervisor-voice', hearers: [] },
  { type: 'voice.closed', by: LEAD, participantId: LEAD, why: 'released' },
];

const OPENED = aFact.opened();

/** What distinguishes two sessions in the walk: all that the invariants check, without times. */
function essence(snapshot: Snapshot): string {
  const { phase, lead, inPlay, participants, windows } = snapshot.context.session;
  const people = Object.values(participants).map((p) => [p.participantId, p.present, p.admitted, p.voiceOpen]);
  return JSON.stringify([
    snapshot.value,
    phase,
    lead,
    inPlay,
    people.toSorted(),
    windows.map((w) => [w.windowId, w.finished]),
  ]);
}

function next(snapshot: Snapshot, draft: FactDraft): Fact {
  const { seq } = snapshot.context.session;
  return { ...draft, seq: seq + 1, at: (seq + 1) * 1_000 };
}

const possible = (snapshot: Snapshot) =>
  DRAFTS.filter(
    // One window per caregiver keeps the walk finite.
    (draft) =>
      draft.type !== 'coding.started' || snapshot.context.session.windows.every((w) => w.windowId !== draft.windowId),
  )
    .map((draft) => next(snapshot, draft))
    .filter((fact) => snapshot.can(fact));

const [initial] = initialTransition(sessionMachine);
const [opened] = transition(sessionMachine, initial, OPENED);

const paths = getShortestPaths(sessionMachine, {
  fromState: opened,
  events: possible,
  serializeState: essence,
});

describe('every reachable session', () => {
  const snapshots = paths.map(({ state }) => state);

  test('is reached in its thousands', () => {
    expect(snapshots.length).toBeGreaterThan(1_000);
    for (const phase of [
      'preparing',
      'waiting',
      'check-in',
      'coding',
      'coding-paused',
      'coaching',
      'feedback',
      'closed',
    ]) {
      expect(snapshots.some(({ context }) => context.session.phase === phase)).toBe(true);
    }
  });

  test('[SES1] is in the phase that its facts fold to', () => {
    for (const { value, context } of snapshots) {
      expect(value === 'closed' ? 'closed' : Object.values(value)[0]).toBe(context.session.phase);
    }
  });

  test('[SES2] has a silent coach while coding, and no way to speak', () => {
    for (const snapshot of snapshots) {
      const { phase, participants, lead } = snapshot.context.session;
      expect(snapshot.hasTag('coachSilent')).toBe(phase === 'coding');
      if (phase !== 'coding' || lead === undefined) continue;
      expect(participants[lead]?.voiceOpen ?? false).toBe(false);
      expect(
        snapshot.can(
          next(snapshot, { type: 'voice.opened', by: lead, participantId: lead, track: 'coach-voice', hearers: [] }),
        ),
      ).toBe(false);
    }
  });

  test('[SES3] has exactly one lead coach', () => {
    for (const { context } of snapshots) {
      const leads = Object.keys(context.session.participants).filter(
        (id) => partOf(context.session, id as typeof LEAD) === 'lead',
      );
      expect(leads.length).toBeLessThanOrEqual(1);
      expect(context.session.lead).toBeDefined();
    }
  });

  test('[SES4] has at most one unfinished window, and only while coding', () => {
    for (const { context } of snapshots) {
      const open = context.session.windows.filter(({ finished }) => !finished);
      const isCoding = context.session.phase === 'coding' || context.session.phase === 'coding-paused';
      expect(open.length).toBe(isCoding ? 1 : 0);
    }
  });

  test('[SES5] stays closed once it is closed', () => {
    for (const snapshot of snapshots.filter(({ value }) => value === 'closed')) {
      const still = DRAFTS.map((draft) => next(snapshot, draft)).filter((fact) => snapshot.can(fact));
      expect(still.every(({ type }) => type === 'participant.left' || type === 'voice.closed')).toBe(true);
    }
  });
});

describe('a session in time', () => {
  test.for([
    ['left', true],
    ['connection', false],
    ['server-restart', false],
  ] as const)('[SES8] a person gone by “%s” has left: %s, until they are back', ([why, hasLeft]) => {
    const here = codingSession(1_000);
    const gone: FactDraft = { type: 'participant.left', by: 'server', participantId: LEAD, why };
    const isGone = transition(sessionMachine, here, next(here, gone))[0];
    expect(isGone.context.session.participants[LEAD]).toMatchObject({ present: false, hasLeft });
    const back = DRAFTS.find((draft) => draft.type === 'participant.joined' && draft.participantId === LEAD);
    if (back === undefined) throw new Error('They can come back.');
    const isBack = transition(sessionMachine, isGone, next(isGone, back))[0];
    expect(isBack.context.session.participants[LEAD]).toMatchObject({ present: true, hasLeft: false });
  });

  test('[SES6] its coding clock never runs backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(DRAFTS.length - 1), fc.nat(5_000)), { maxLength: 60 }), (steps) => {
        let snapshot = opened;
        let at = 0;
        const coded = new Map<string, number>();
        for (const [index, wait] of steps) {
          at += wait;
          const fact = { ...next(snapshot, DRAFTS[index]!), at };
          if (snapshot.can(fact)) [snapshot] = transition(sessionMachine, snapshot, fact);
          for (const window of snapshot.context.session.windows) {
            const now = codedMs(window, at);
            expect(now).toBeGreaterThanOrEqual(coded.get(window.windowId) ?? 0);
            coded.set(window.windowId, now);
          }
        }
      }),
    );
  });

  test('[SES7] a session restored during coding still ends the window on time', () => {
    const folded = codingSession(60_000);
    const alarms: number[] = [];
    const machine = sessionMachine.provide({
      actors: {
        alarm: alarmOn({
          callAt: (at, ring) => {
            alarms.push(at);
            if (alarms.length === 1) ring();
            return () => undefined;
          },
        }),
      },
    });
    const actor = createActor(machine, { snapshot: snapshotOf(folded.context.session) });
    const heard: string[] = [];
    actor.on('codingTimeUp', ({ type }) => heard.push(type));
    actor.start();
    actor.send({ type: 'woke' });
    expect(alarms).toEqual([360_000]);
    expect(heard).toEqual(['codingTimeUp']);
    actor.stop();
  });
});
