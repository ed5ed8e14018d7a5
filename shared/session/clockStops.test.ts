import { createActor } from 'xstate';
import { describe, expect, test } from 'vitest';
import { codedMs, completesAt } from '#shared/domain/codingWindow.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, PARENT, runFacts, UNTIL_CHECK_IN } from './testing/aSession.ts';
import { alarmOn } from './alarm.ts';
import { reportSession } from './sessionReport.ts';
import { sessionMachine } from './sessionMachine.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';

type Timed = readonly [at: number, draft: FactDraft];

const CODING: FactDraft = {
  type: 'coding.started',
  by: LEAD,
  windowId: aFact.windowId(1),
  kind: 'pdi',
  caregiverId: CAREGIVER_A,
  lengthMs: 300_000,
};
const left = (participantId: typeof LEAD, lastSeenAt?: number): FactDraft => {
  return {
    type: 'participant.left',
    by: 'server',
    participantId,
    why: 'connection',
    ...(lastSeenAt && { lastSeenAt }),
  };
};
const back = (participantId: typeof LEAD): FactDraft => {
  const isLead = participantId === LEAD;
  const role = isLead ? 'therapist' : 'caregiver';
  const device = isLead ? null : 'combined';
  return { type: 'participant.joined', by: 'server', participantId, name: '', role, device, wearer: null };
};

let codes = 0;
const coded = (code: string, at: number): Timed => {
  codes += 1;
  const codeId = aFact.codeId(codes);
  return [at, { type: 'code.recorded', by: LEAD, codeId, code, caregiverId: CAREGIVER_A, heardAt: at, pressedAt: at }];
};
const script = (from: number, text: string): readonly Timed[] =>
  text.split(' ').map((code, index) => coded(code, from + index * 1_000));

/** A session whose parent-led window began at 10 s, with these facts after that. */
function sessionAfter(...then: readonly Timed[]) {
  const before = [aFact.opened(), ...numbered(UNTIL_CHECK_IN)];
  const all: readonly Timed[] = [[10_000, CODING], ...then];
  const facts: readonly Fact[] = all.map(([at, draft], index) => ({ ...draft, at, seq: before.length + 1 + index }));
  return runFacts([...before, ...facts]);
}
const windowAfter = (...then: readonly Timed[]) => sessionAfter(...then).context.session.windows[0]!;

describe('a window’s clock', () => {
  test('[WIN3] stands still from sitting down to release, and the window ends that much later', () => {
    const seated = script(60_000, 'DC NC WARN NC CHAIR SEAT');
    expect(completesAt(windowAfter(...seated))).toBeUndefined();
    const released = windowAfter(...seated, coded('RELEASE', 265_000));
    expect(released.stops).toEqual([{ why: 'time-out', from: 65_000, to: 265_000 }]);
    expect(completesAt(released)).toBe(510_000);
    expect(codedMs(released, 275_000)).toBe(65_000);
  });

  test('[WIN3] runs as if nothing had happened once sitting down is undone', () => {
    const codeId = aFact.codeId(codes + 6);
    const seated = script(60_000, 'DC NC WARN NC CHAIR SEAT');
    const undone = windowAfter(...seated, [70_000, { type: 'code.undone', by: LEAD, codeId }]);
    expect(undone.stops).toEqual([]);
    expect(completesAt(undone)).toBe(310_000);
  });

  test('[WIN4] stands still while the lead coach or the room is cut off, whichever comes back first', () => {
    const gap = windowAfter([50_000, left(LEAD)], [55_000, left(PARENT)], [58_000, back(LEAD)], [62_000, back(PARENT)]);
    expect(gap.stops).toEqual([{ why: 'gap', causes: ['connection'], from: 50_000, to: 62_000 }]);
    expect(completesAt(gap)).toBe(322_000);
  });

  test('[WIN4] [LOG3] stands still from the last known moment if the server itself was down', () => {
    const away = windowAfter([50_000, left(LEAD, 30_000)], [50_000, left(PARENT, 30_000)]);
    expect(away.stops).toEqual([{ why: 'gap', causes: ['connection'], from: 30_000, to: undefined }]);
    expect(codedMs(away, 90_000)).toBe(20_000);
  });

  test('[SES7] sets its alarm again when it stops and when it starts', () => {
    const alarms: (number | 'off')[] = [];
    const callAt = (at: number) => {
      alarms.push(at);
      return () => void alarms.push('off');
    };
    const machine = sessionMachine.provide({ actors: { alarm: alarmOn({ callAt }) } });
    const actor = createActor(machine, { snapshot: sessionMachine.getPersistedSnapshot(sessionAfter()) });
    actor.start();
    const { seq } = actor.getSnapshot().context.session;
    actor.send({ ...left(PARENT), seq: seq + 1, at: 50_000 });
    actor.send({ ...back(PARENT), seq: seq + 2, at: 57_000 });
    expect(alarms).toEqual([310_000, 'off', 317_000]);
    actor.stop();
  });

  test('[WIN5] a gap voids the command whose follow-through it interrupted, and no other', () => {
    const { session } = sessionAfter(
      ...script(60_000, 'DC CO LP DC CO'),
      [64_500, left(PARENT)],
      [66_000, back(PARENT)],
      coded('LP', 67_000),
    ).context;
    const report = reportSession(SessionId.parse('00000000-0000-4000-8000-000000000001'), session, PCIT, 70_000);
    expect(report.windows[0]?.commands).toMatchObject({ commands: 1, followUpDue: 1, followUpCorrect: 1 });
    expect(report.windows[0]?.standing).toBe('sound');
  });
});
