import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codedMs } from '#shared/domain/codingWindow.ts';
import { GAP_CAUSES, type GapCause } from '#shared/domain/gapCauses.ts';
import { type Sense, SENSES } from '#shared/domain/sight.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, PARENT, SUPERVISOR, UNTIL_CHECK_IN } from '../testing/aSession.ts';
import { applyFact, foldFacts } from '../foldFacts.ts';
import type { SessionState } from '../sessionState.ts';
import { gapCausesIn } from './gapCauses.ts';

const STAFF = [LEAD, SUPERVISOR] as const;
type Happening =
  | { readonly is: 'lost'; readonly what: (typeof SENSES)[number]; readonly agoMs: number }
  | { readonly is: 'returned'; readonly what: (typeof SENSES)[number] }
  | { readonly is: 'left' | 'cut' | 'joined'; readonly who: ParticipantId }
  | { readonly is: 'handed'; readonly to: ParticipantId }
  | { readonly is: 'seat' | 'release' };
type Step = { readonly afterMs: number; readonly happening: Happening };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ is: fc.constant('lost' as const), what: fc.constantFrom(...SENSES), agoMs: fc.nat(5_000) }),
  fc.record({ is: fc.constant('returned' as const), what: fc.constantFrom(...SENSES) }),
  fc.record({ is: fc.constantFrom('left', 'cut', 'joined'), who: fc.constantFrom(...STAFF, PARENT) }),
  fc.record({ is: fc.constant('handed' as const), to: fc.constantFrom(...STAFF) }),
  fc.record({ is: fc.constantFrom('seat' as const, 'release' as const) }),
);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({ afterMs: fc.nat(4_000), happening }), {
  maxLength: 25,
});

const BEGAN_AT = 10_000;
const CODING: FactDraft = {
  type: 'coding.started',
  by: LEAD,
  windowId: aFact.windowId(1),
  kind: 'pdi',
  caregiverId: CAREGIVER_A,
  lengthMs: 300_000,
};
const joins = (participantId: ParticipantId): FactDraft => {
  const isStaff = participantId !== PARENT;
  const [role, device] = isStaff ? (['supervisor', null] as const) : (['caregiver', 'combined'] as const);
  return { type: 'participant.joined', by: 'server', participantId, name: '', role, device, wearer: null };
};

let codes = 0;
function draftOf(step: Happening, at: number): FactDraft {
  switch (step.is) {
    case 'lost':
      return {
        type: 'sight.lost',
        by: 'server',
        what: step.what,
        since: Math.max(0, at - step.agoMs),
        why: 'not-shown',
      };
    case 'returned':
      return { type: 'sight.returned', by: 'server', what: step.what };
    case 'left':
    case 'cut': {
      const why = step.is === 'left' ? 'left' : 'connection';
      return { type: 'participant.left', by: 'server', participantId: step.who, why };
    }
    case 'joined':
      return joins(step.who);
    case 'handed':
      return { type: 'lead.changed', by: LEAD, to: step.to, how: 'handed' };
    case 'seat':
    case 'release': {
      codes += 1;
      const code = step.is === 'seat' ? 'SEAT' : 'RELEASE';
      const given = { codeId: aFact.codeId(codes), code, caregiverId: CAREGIVER_A, heardAt: at, pressedAt: at };
      return { type: 'code.recorded', by: LEAD, ...given };
    }
  }
}

/** A session that is seen and heard when its window begins, with these steps. */
function play(all: readonly Step[]): { readonly facts: readonly Fact[]; readonly endsAt: number } {
  const before = [aFact.opened(), ...numbered([...UNTIL_CHECK_IN, joins(SUPERVISOR)])];
  const facts: Fact[] = [...before];
  let at = BEGAN_AT;
  const add = (draft: FactDraft) => facts.push({ ...draft, at, seq: facts.length + 1 });
  for (const what of SENSES) add({ type: 'sight.returned', by: 'server', what });
  add(CODING);
  for (const { afterMs, happening: step } of all) {
    at += afterMs;
    add(draftOf(step, at));
  }
  return { facts, endsAt: at + 1_000 };
}

/** `cut`: somebody was gone, or is back and not seen yet. */
type Lacks = Readonly<Record<GapCause | 'cut', ReadonlySet<number>>>;

/**
 * The same as a list of what the coach lacked in every millisecond. It uses only sets, and each fact rewrites what it
 * says about the past.
 */
function naiveLacks(facts: readonly Fact[], endsAt: number): Lacks {
  const blind = { picture: new Set<number>(), sound: new Set<number>() };
  const cut = { picture: new Set<number>(), sound: new Set<number>() };
  const away = { 'coach-left': new Set<number>(), 'family-left': new Set<number>(), connection: new Set<number>() };
  const said = new Map<string, boolean>();
  const lost: Record<Sense, 'no' | 'cut' | 'yes'> = { picture: 'no', sound: 'no' };
  const cutAt = { picture: 0, sound: 0 };
  const here = new Set<string>([LEAD, PARENT, SUPERVISOR]);
  let lead: string = LEAD;
  const clearedAt = { picture: BEGAN_AT, sound: BEGAN_AT };
  const isAway = () => !here.has(lead) || !here.has(PARENT);
  const mark = (into: Set<number>, from: number, to: number) => {
    for (let ms = from; ms < to; ms += 1) into.add(ms);
  };
  const rest = facts.filter(({ at }) => at >= BEGAN_AT);
  rest.forEach((fact, index) => {
    const wasAway = isAway();
    if (fact.type === 'participant.left') {
      here.delete(fact.participantId);
      said.set(fact.participantId, fact.why === 'left');
    }
    if (fact.type === 'participant.joined') here.add(fact.participantId);
    if (fact.type === 'lead.changed') lead = fact.to;
    if (fact.type === 'participant.left' && isAway() && !wasAway)
      for (const what of SENSES.filter((sense) => lost[sense] === 'no')) {
        lost[what] = 'cut';
        cutAt[what] = fact.at;
      }
    if (fact.type === 'sight.returned') {
      if (lost[fact.what] !== 'no') clearedAt[fact.what] = fact.at;
      lost[fact.what] = 'no';
    }
    if (fact.type === 'sight.lost' && lost[fact.what] !== 'yes') {
      const wasCut = lost[fact.what] === 'cut';
      const from = Math.max(fact.since, wasCut ? cutAt[fact.what] : clearedAt[fact.what]);
      if (wasCut) for (const ms of cut[fact.what]) if (ms >= from) cut[fact.what].delete(ms);
      lost[fact.what] = 'yes';
      mark(blind[fact.what], from, fact.at);
    }
    const next = rest[index + 1]?.at ?? endsAt;
    for (const what of SENSES) {
      if (lost[what] === 'cut') mark(cut[what], fact.at, next);
      if (lost[what] === 'yes') mark(blind[what], fact.at, next);
    }
    if (!here.has(lead)) mark(away[said.get(lead) === true ? 'coach-left' : 'connection'], fact.at, next);
    if (!here.has(PARENT)) mark(away[said.get(PARENT) === true ? 'family-left' : 'connection'], fact.at, next);
  });
  return { ...away, ...blind, cut: new Set([...cut.picture, ...cut.sound]) };
}

/** Every millisecond of the time-outs that the fold found. Their rules have their own tests. */
function timeOutMs(state: SessionState, endsAt: number): Set<number> {
  const all = new Set<number>();
  for (const { why, from, to } of state.windows[0]?.stops ?? []) {
    if (why === 'time-out') for (let ms = from; ms < (to ?? endsAt); ms += 1) all.add(ms);
  }
  return all;
}

test('[WIN1] [WIN3] [WIN4] coded time is every millisecond in which the coach had picture and sound and no child sat', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { facts, endsAt } = play(all);
      const state = foldFacts(facts);
      const lacks = Object.values(naiveLacks(facts, endsAt)).flatMap((moments) => [...moments]);
      const away = new Set([...lacks, ...timeOutMs(state, endsAt)]);
      let coded = 0;
      for (let ms = BEGAN_AT; ms < endsAt; ms += 1) if (!away.has(ms)) coded += 1;
      const [window] = state.windows;
      expect(window && codedMs(window, endsAt)).toBe(coded);
    }),
    { numRuns: 200 },
  );
});

test('[WIN4] each gap, and each stop of the clock by one, names exactly what was lost in it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { facts, endsAt } = play(all);
      const state = foldFacts(facts);
      const lacks = naiveLacks(facts, endsAt);
      const has = (what: keyof Lacks, from: number, to: number) => [...lacks[what]].some((ms) => ms >= from && ms < to);
      // A person who left and came back within a millisecond is not seen yet, and the reason is unknown.
      const isCutAlone = (from: number, to: number) =>
        has('cut', from, to) &&
        !(['coach-left', 'family-left', 'connection'] as const).some((one) => has(one, from, to));
      const causesIn = ({ from, to = endsAt }: { readonly from: number; readonly to: number | undefined }) =>
        GAP_CAUSES.filter((cause) => has(cause, from, to) || (cause === 'connection' && isCutAlone(from, to)));
      for (const gap of state.gaps) expect(gapCausesIn(state, gap)).toEqual(causesIn(gap));
      const stops = state.windows.flatMap((window) => window.stops.filter((stop) => stop.why === 'gap'));
      for (const stop of stops) {
        expect(stop.causes).toEqual(causesIn(stop));
        expect(stop.causes).not.toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test('[WIN4] no gap and no loss is empty, none overlaps another, and a closed session has none open', () => {
  fc.assert(
    fc.property(steps, fc.nat(3_000), (all, more) => {
      const { facts, endsAt } = play(all);
      const state = foldFacts(facts);
      const closing: Fact = { type: 'session.closed', by: LEAD, seq: state.seq + 1, at: endsAt + more };
      const over = applyFact(state, closing);
      for (const { gaps, sight, windows } of [state, over]) {
        for (const { from, to } of [...gaps, ...sight.losses, ...windows.flatMap(({ stops }) => stops)]) {
          expect(to === undefined || to > from).toBe(true);
        }
        gaps.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThanOrEqual(gaps[index]?.to ?? Infinity));
      }
      expect([...over.gaps, ...over.sight.losses].every(({ to }) => to !== undefined)).toBe(true);
    }),
  );
});

test('[WIN4] a log without measurements folds to the gaps of who was here, and no others', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const plain = all.filter(({ happening: { is } }) => is !== 'lost' && is !== 'returned');
      const { facts } = play(plain);
      const old = facts
        .filter(({ type }) => type !== 'sight.returned')
        .map((fact, index) => ({ ...fact, seq: index + 1 }));
      expect(foldFacts(old).sight.losses).toEqual([]);
      expect(foldFacts(old).sight).toMatchObject({ picture: { is: 'unknown' }, sound: { is: 'unknown' } });
    }),
  );
});
