import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { HEARD_DELAY_MS, openWindow } from '#client/api/testing/openWindow.ts';
import type { LiveSession } from '#client/api/liveSession.ts';
import { aBrowserStore } from '#client/api/testing/aBrowserStore.ts';
import type { PressStore } from '#client/api/pressStore.ts';
import {
  aCodingSession,
  fakeTime,
  type KillableApp,
  pass,
  startKillableApp,
  wait,
} from '#server/testing/startKillableApp.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import { aDatabaseFile } from '#server/storage/testing/aDatabase.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { StoreFault } from '#server/storage/storeFault.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aNetwork, type Line } from './testing/aNetwork.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';

/** Two windows of one browser, and one of another. */
const BROWSER_OF = [0, 0, 1] as const;
const CODES = ['LP', 'BD', 'RF', 'TA'];

const window = fc.nat(BROWSER_OF.length - 1);
/** How many turns of the event loop pass before the next command: most leave something unfinished. */
const turns = fc.oneof({ weight: 5, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.constant(60) });
const anyCommand = fc.oneof(
  { weight: 9, arbitrary: fc.record({ do: fc.constant('press' as const), window, turns }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), window, turns }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cut' as const), window, turns }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('mend' as const), window, turns }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('load' as const), window, politely: fc.boolean(), turns }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), window, politely: fc.boolean(), turns }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const), downMs: fc.nat(2_000), turns }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(4_000), turns }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fill' as const), window, full: fc.boolean(), turns }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fail to save' as const), times: fc.integer({ min: 1, max: 3 }), turns }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save late' as const), ms: fc.nat(8_000), turns }) },
);
type Command = typeof anyCommand extends fc.Arbitrary<infer T> ? T : never;

/** The real server, killed and restarted, whose disk may be full or slow for a moment. */
function aServer(coach: Account, file: string) {
  const network = aNetwork();
  let app: KillableApp | undefined;
  let failures = 0;
  let lateMs = 0;
  const around = (log: FactLog): FactLog => ({
    ...log,
    async append(...facts) {
      if (failures > 0) {
        failures -= 1;
        throw new StoreFault('disk-full', undefined);
      }
      const late = lateMs;
      lateMs = 0;
      if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
      await log.append(...facts);
    },
  });
  return {
    network,
    async start() {
      app = await startKillableApp({ file, network, coach, around });
    },
    kill: async () => app?.kill(),
    failToSave(times: number) {
      failures = times;
    },
    saveLate(ms: number) {
      lateMs = ms;
    },
  };
}

/**
 * A press or an undo of a coach: in which window, when, and whether that window was closed after it said that it was
 * not kept.
 */
type Made = {
  readonly id: string;
  readonly opening: number;
  readonly kind: 'code' | 'undo';
  readonly code: string;
  readonly codeId: string;
  readonly at: number;
  /** Its window was closed while the browser's storage was full. The screen had said that it is not kept. */
  mayBeLost: boolean;
};

type OpenWindow = {
  readonly live: LiveSession;
  readonly line: Line;
  readonly opening: number;
  readonly vanish: () => void;
};

/** A coach with windows in two browsers, and everything that was pressed in any of them. */
function aCoach(network: ReturnType<typeof aNetwork>, record: SessionRecord, now: () => number) {
  const browsers = [aBrowserStore(), aBrowserStore()];
  const isCut = BROWSER_OF.map(() => false);
  const windows: (OpenWindow | undefined)[] = BROWSER_OF.map(() => undefined);
  /** Includes pages that were left: they keep sending as long as they are open. */
  const lines = BROWSER_OF.map(() => new Set<Line>());
  const everOpened: LiveSession[] = [];
  const made: Made[] = [];
  let ids = 0;
  let openings = 0;

  /** Ids in no order, as browsers make them. */
  function makeId(): string {
    ids += 1;
    return `00000000-0000-4000-9000-${String((ids * 7_919) % 100_003).padStart(12, '0')}`;
  }

  function open(slot: number): OpenWindow {
    const line = network.openLine();
    lines[slot]!.add(line);
    if (isCut[slot]) line.cut();
    const { store, vanish } = untilGone(browsers[BROWSER_OF[slot]!]!.window());
    const random = () => (ids % 10) / 10;
    const live = openWindow(record.sessionId, line.agent, { store, makeId, random, skewMs: slot * 7_000 });
    everOpened.push(live);
    const opened = { live, line, opening: (openings += 1), vanish };
    windows[slot] = opened;
    return opened;
  }

  function close(slot: number, politely: boolean) {
    const closing = windows[slot];
    if (closing === undefined) return;
    windows[slot] = undefined;
    if (politely) closing.live.close();
    else {
      const { isKept, unsent } = closing.live.getSnapshot();
      const goesDown = new Set<string>(isKept ? [] : unsent.map(({ pressId }) => pressId));
      for (const press of made) if (press.opening === closing.opening && goesDown.has(press.id)) press.mayBeLost = true;
      closing.vanish();
      lines[slot]!.delete(closing.line);
      closing.line.cut();
      everOpened.splice(everOpened.indexOf(closing.live), 1);
    }
  }

  /** Whether the page lets its coach code: from the first join until it says that the session is over on it. */
  function isConsole(window: OpenWindow | undefined): window is OpenWindow {
    const view = window?.live.getSnapshot();
    return view?.self !== undefined && view.connection !== 'over';
  }

  /** What the coach does at the keyboard, in this window, or in another if this one shows no console. */
  function act(preferred: number, kind: 'code' | 'undo') {
    const slot = isConsole(windows[preferred]) ? preferred : windows.findIndex(isConsole);
    const window = windows[slot];
    if (window === undefined) return;
    const code = CODES[ids % CODES.length]!;
    const before = new Set(window.live.getSnapshot().unsent.map(({ pressId }) => pressId));
    if (kind === 'code') window.live.press(code, record.caregivers[0]!.caregiverId);
    else window.live.undo();
    const press = window.live.getSnapshot().unsent.find(({ pressId }) => !before.has(pressId));
    if (press === undefined) return;
    const { opening } = window;
    made.push({ id: press.pressId, opening, kind, code, codeId: press.codeId, at: now(), mayBeLost: false });
  }

  return {
    made,
    everOpened,
    screens: () => windows.flatMap((window) => window?.live.getSnapshot() ?? []),
    open,
    press: (slot: number) => act(slot, 'code'),
    undo: (slot: number) => act(slot, 'undo'),
    close,
    cut(slot: number) {
      isCut[slot] = true;
      for (const line of lines[slot]!) line.cut();
    },
    mend(slot: number) {
      isCut[slot] = false;
      for (const line of lines[slot]!) line.mend();
    },
    fill(slot: number, full: boolean) {
      browsers[BROWSER_OF[slot]!]!.fill(full);
    },
  };
}

/** A window's storage until the window is gone. After that its page writes nothing anymore. */
function untilGone(store: PressStore): { readonly store: PressStore; readonly vanish: () => void } {
  let isGone = false;
  return {
    vanish() {
      isGone = true;
    },
    store: {
      ...store,
      setItem(key, value) {
        if (!isGone) store.setItem(key, value);
      },
      removeItem(key) {
        if (!isGone) store.removeItem(key);
      },
      watch: (prefix, listener) =>
        store.watch(prefix, () => {
          if (!isGone) listener();
        }),
    },
  };
}

async function readLog(file: string, { sessionId }: SessionRecord) {
  const { db, close } = openDatabase(file);
  const facts = await createSqlFactLog(db, keysOf(db)).read(sessionId);
  await close();
  return foldFacts(facts).codes;
}

/** Plays the commands, lets everything reconnect, and returns what was pressed and what is in the log. */
async function play(file: string, commands: readonly Command[]) {
  const { coach: account, record, now } = await aCodingSession(file);
  const server = aServer(account, file);
  await server.start();
  const coach = aCoach(server.network, record, now);
  coach.open(0);
  await pass(60);

  for (const command of commands) {
    switch (command.do) {
      case 'press':
        coach.press(command.window);
        break;
      case 'undo':
        coach.undo(command.window);
        break;
      case 'cut':
        coach.cut(command.window);
        break;
      case 'mend':
        coach.mend(command.window);
        break;
      case 'load':
        coach.close(command.window, command.politely);
        coach.open(command.window);
        break;
      case 'close':
        coach.close(command.window, command.politely);
        break;
      case 'restart':
        await server.kill();
        await wait(command.downMs);
        await server.start();
        break;
      case 'wait':
        await wait(command.ms);
        break;
      case 'fill':
        coach.fill(command.window, command.full);
        break;
      case 'fail to save':
        server.failToSave(command.times);
        break;
      case 'save late':
        server.saveLate(command.ms);
    }
    await pass(command.turns);
  }

  // At the end everything reconnects, and each browser is opened once more.
  for (const slot of BROWSER_OF.keys()) {
    coach.fill(slot, false);
    coach.mend(slot);
  }
  for (let tries = 0; tries < 30; tries += 1) await wait(1_000);
  await pass(60);
  const logged = await readLog(file, record);
  const screens = coach.screens().filter(({ connection }) => connection === 'live');
  for (const slot of [1, 2]) {
    coach.close(slot, true);
    const last = coach.open(slot);
    for (let tries = 0; tries < 60 && !isDone(coach, last.live); tries += 1) await wait(1_000);
  }
  const views = coach.everOpened.map(({ getSnapshot }) => getSnapshot());
  await server.kill();
  const codes = await readLog(file, record);
  for (const { close } of coach.everOpened) close();
  vi.clearAllTimers();
  return { codes, made: coach.made, views, screens, logged };
}

function isDone({ everOpened }: ReturnType<typeof aCoach>, last: LiveSession): boolean {
  return (
    last.getSnapshot().connection === 'live' && everOpened.every(({ getSnapshot }) => getSnapshot().unsent.length === 0)
  );
}

test('[LOG2] [LOG4] whatever happens to windows, connections and the server, every press is in the log once, in time and in order', async () => {
  fakeTime();
  const clinic = aDatabaseFile();
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { minLength: 5, maxLength: 60, size: 'max' }), async (commands) => {
      const { codes, made, views, screens, logged } = await play(clinic, commands);
      const pressed = made.filter(({ kind }) => kind === 'code');
      const byId = new Map(pressed.map((press) => [press.id, press]));
      const ids = codes.map(({ codeId }) => String(codeId));
      kept += ids.length;

      expect(views.flatMap(({ unsent }) => unsent)).toEqual([]);
      // Each live screen has the log, whatever came late and in which order.
      for (const { session } of screens) {
        expect(session.codes.map(({ codeId, undone }) => [codeId, undone])).toEqual(
          logged.map(({ codeId, undone }) => [codeId, undone]),
        );
      }
      // What was undone in one window is refused to the other.
      expect(views.flatMap(({ refused }) => refused).filter(({ press }) => press.kind !== 'undo')).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !byId.has(id))).toEqual([]);
      expect(pressed.filter(({ id, mayBeLost }) => !mayBeLost && !ids.includes(id))).toEqual([]);

      for (const { codeId, code, pressedAt, heardAt } of codes) {
        const { at, ...press } = byId.get(codeId)!;
        expect({ code, pressedAt, heardAt }).toEqual({
          code: press.code,
          pressedAt: at,
          heardAt: Math.max(0, at - HEARD_DELAY_MS),
        });
      }
      for (const opening of new Set(pressed.map((press) => press.opening))) {
        const its = pressed.filter((press) => press.opening === opening).map(({ id }) => id);
        expect(ids.filter((id) => its.includes(id))).toEqual(its.filter((id) => ids.includes(id)));
      }

      const undos = made.filter(({ kind }) => kind === 'undo');
      for (const { codeId, undone } of codes) {
        const its = undos.filter((undo) => undo.codeId === codeId);
        if (its.every(({ mayBeLost }) => !mayBeLost)) expect([codeId, undone]).toEqual([codeId, its.length > 0]);
      }
    }),
    { numRuns: 40, seed: 9 },
  );
  // Otherwise nobody was let in, and nothing above was tried.
  expect(kept).toBeGreaterThan(100);
}, 300_000);
