import fc from 'fast-check';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { describe, expect, test } from 'vitest';
import { NO_TIME_OUT_SETTINGS, SEQUENCE_STEPS, type TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import { CHAIR_MS, codeId, CONTRAINDICATED, ROOM_SIGNED, SEQUENCE, WITH_RULES } from './testing/aSequence.ts';
import { sequenceActions } from './sequenceActions.ts';
import type { SequenceCode } from './sequenceContext.ts';
import { sequenceMachine } from './sequenceMachine.ts';
import type { SequenceEvent } from './sequenceSetup.ts';
import { playCode, ringUntil, runSequence, type SequenceRun, startRun, stepOf, takes } from './sequenceRun.ts';

const { commands, complied, refused, noChance, praise, nearPraise, steps } = SEQUENCE;
const CODES = [...commands, complied, refused, noChance, praise, ...nearPraise, 'TA', ...Object.values(steps)];
const SETTINGS: readonly TimeOutSettings[] = [
  NO_TIME_OUT_SETTINGS,
  ROOM_SIGNED,
  WITH_RULES,
  { ...ROOM_SIGNED, backup: 'parent-leaves', roomWarningGiven: true },
  { ...WITH_RULES, contraindicated: CONTRAINDICATED },
];

/** Steps that are never reached if time-out is contraindicated. */
const TIME_OUT = SEQUENCE_STEPS.filter(
  (step) => !['play', 'command-wait', 'praise', 'without-time-out'].includes(step),
);

type Snapshot = Parameters<typeof sequenceMachine.getPersistedSnapshot>[0];

/** What distinguishes two sequences in the walk: their step and their next moves, without times. */
function essence({ value, context }: Snapshot): string {
  const { roomWarned, current, alarmAt } = context;
  const kind = current && [current.command?.isDirect, current.timeOut?.escape];
  return JSON.stringify([value, roomWarned, kind, alarmAt === undefined]);
}

/** Every code a second later, and the alarm if one is set. */
function possible({ context }: Snapshot): readonly SequenceEvent[] {
  const at = Math.max(context.since, context.clock?.endsAt ?? 0) + 1_000;
  const codes = CODES.map((code) => ({ type: 'code', code, codeId: codeId(1), at }) as const);
  return context.alarmAt === undefined ? codes : [...codes, { type: 'alarm', at: context.alarmAt }];
}

/** Only offered codes, and the alarm. */
function offered(snapshot: Snapshot): readonly SequenceEvent[] {
  const codes = sequenceActions(runOf(snapshot)).map(({ code }) => code);
  return possible(snapshot).filter((event) => event.type !== 'code' || ['DC', ...codes].includes(event.code));
}

const isOver = ({ context }: Snapshot) => context.past.length > 0;

const runOf = ({ value, context }: Snapshot): SequenceRun => ({
  value,
  context,
  following: undefined,
  playedTo: context.since,
});

describe.for(SETTINGS)('every reachable sequence under %o', (settings) => {
  const walk = { input: { sequence: SEQUENCE, settings }, events: possible, serializeState: essence };
  const snapshots = getShortestPaths(sequenceMachine, walk).map(({ state }) => state);

  test('reaches every step that it can', () => {
    const reached = new Set(snapshots.map((snapshot) => stepOf(runOf(snapshot))));
    const under = { none: ['to-room'], room: [], 'parent-leaves': ['escape'] }[settings.backup];
    const never = settings.contraindicated ? TIME_OUT : [...under, 'without-time-out'];
    expect(SEQUENCE_STEPS.filter((step) => !reached.has(step))).toEqual(never);
  });

  test('[SEQ11] stop leads back to play from everywhere, and is offered whenever a sequence runs', () => {
    for (const snapshot of snapshots) {
      const run = runOf(snapshot);
      const stopped = playCode(run, { code: steps.stop, codeId: codeId(2), at: run.playedTo });
      expect(stepOf(stopped)).toBe('play');
      const offers = sequenceActions(run).some(({ does }) => does === 'stop');
      expect([stepOf(run), offers]).toEqual([stepOf(run), stepOf(run) !== 'play']);
    }
  });

  test('no step offers a code that the machine refuses, or one key for two codes', () => {
    for (const snapshot of snapshots) {
      const actions = sequenceActions(runOf(snapshot));
      expect(actions.filter(({ code }) => !takes(runOf(snapshot), code))).toEqual([]);
      expect(new Set(actions.map(({ key }) => key)).size).toBe(actions.length);
    }
  });

  test('[SEQ8] the warning of the back-up is given at most once in a treatment', () => {
    const paths = getSimplePaths(sequenceMachine, { ...walk, events: offered, stopWhen: isOver });
    expect(paths.length).toBeGreaterThan(settings.contraindicated ? 2 : 10);
    for (const path of paths) {
      const warned = path.steps.filter(
        ({ state: { value, context } }, index) =>
          value === 'escape' &&
          context.current?.timeOut?.escape === 'room-warning' &&
          path.steps[index - 1]?.state.value !== 'escape',
      );
      expect(warned.length).toBeLessThanOrEqual(
        settings.roomWarningGiven || settings.contraindicated || settings.backup === 'none' ? 0 : 1,
      );
    }
  });
});

const aWait = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 8_000 }) },
  fc.integer({ min: 1, max: 200_000 }),
);

/** A walk that mostly takes what is offered, as people do, and sometimes anything else. */
const aWalk = fc.array(
  fc.record({ wait: aWait, pick: fc.nat(20), anything: fc.option(fc.constantFrom(...CODES), { freq: 4 }) }),
  { minLength: 1, maxLength: 60 },
);

function walkCodes(
  walk: readonly { wait: number; pick: number; anything: string | null }[],
  settings: TimeOutSettings,
) {
  let at = 0;
  let run = startRun(SEQUENCE, settings);
  const runs: SequenceRun[] = [];
  const codes: SequenceCode[] = walk.map(({ wait, pick, anything }, index) => {
    at += wait;
    const offered = sequenceActions(ringUntil(run, at)).filter(({ does }) => does !== 'stop');
    const code = anything ?? offered[pick % Math.max(1, offered.length)]?.code ?? 'DC';
    const played = { code, codeId: codeId(index), at };
    run = playCode(run, played);
    runs.push(run);
    return played;
  });
  return { codes, runs, end: at };
}

const anySettings = fc.constantFrom(...SETTINGS);

describe('any course of events', () => {
  test('[SEQ12] playing in two parts gives the same as all at once, even after saving and loading', () => {
    fc.assert(
      fc.property(aWalk, anySettings, fc.nat(60), fc.nat(400_000), (walk, settings, cut, later) => {
        const { codes, end } = walkCodes(walk, settings);
        const before = codes.slice(0, cut);
        const looked = runSequence(before, settings, SEQUENCE, before.at(-1)?.at ?? 0);
        const restarted = structuredClone({ ...looked });
        const rest = codes.slice(cut).reduce(playCode, restarted);
        const whole = runSequence(codes, settings, SEQUENCE, end + later);
        expect(ringUntil(rest, end + later)).toEqual(whole);
        const log = JSON.parse(JSON.stringify(codes)) as typeof codes;
        expect(runSequence(log, settings, SEQUENCE, end + later)).toEqual(whole);
      }),
    );
  });

  test('[SEQ4] [SEQ5] nobody is asked or released before the chair’s time was sat in full', () => {
    fc.assert(
      fc.property(aWalk, anySettings, (walk, settings) => {
        const { codes, runs } = walkCodes(walk, settings);
        runs.forEach((run, index) => {
          const seated = run.context.current?.timeOut?.seatedAt;
          const asked = ringUntil(run, codes[index + 1]?.at ?? Infinity);
          if (stepOf(run) !== 'on-chair' || stepOf(asked) !== 'ask-ready' || seated === undefined) return;
          const noiseAt = codes[index]?.code === steps.noise ? codes[index].at : 0;
          expect(asked.context.since).toBeGreaterThanOrEqual(seated + CHAIR_MS);
          expect(asked.context.since).toBeGreaterThanOrEqual(noiseAt + SEQUENCE.clocks.quietMs);
        });
      }),
    );
  });

  test('[WIN3] time-outs never overlap, and only the last can be open', () => {
    fc.assert(
      fc.property(aWalk, anySettings, (walk, settings) => {
        const { timeOuts } = walkCodes(walk, settings).runs.at(-1)!.context;
        timeOuts.forEach(({ from, to }, index) => {
          const next = timeOuts[index + 1];
          if (next === undefined) return;
          expect(to).toBeGreaterThanOrEqual(from);
          expect(next.from).toBeGreaterThanOrEqual(to ?? Infinity);
        });
      }),
    );
  });
});
