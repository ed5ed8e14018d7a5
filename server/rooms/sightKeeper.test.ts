import { describe, expect, test } from 'vitest';
import { codedMs } from '#shared/domain/codingWindow.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import {
  aFact,
  LEAD,
  numbered,
  PARENT,
  START_CODING,
  SUPERVISOR,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import type { Received } from '#server/media/mediaServer.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { wakeSession } from '#server/sessions/sessionActor.ts';
import { createSightKeeper } from './sightKeeper.ts';

const SESSION = SessionId.parse('00000000-0000-4000-8000-000000000001');

/** A session at check-in. The test plays its media and the lead coach's page second by second. */
async function aWatchedSession() {
  const log = createMemoryFactLog();
  await log.append(SESSION, [aFact.opened(), ...numbered(UNTIL_CHECK_IN)]);
  let now = 10_000;
  let packets = 0;
  const flows = { picture: true, sound: true, worker: true };
  const page = { picture: 0 as number | null, sound: 0 as number | null, speaks: true, of: LEAD };
  let beat: (() => void) | undefined;
  const faults: unknown[] = [];
  const report = (error: unknown) => faults.push(error);
  const clock = {
    now: () => now,
    callAt: () => () => undefined,
    callAfter: () => () => undefined,
    startAnew: () => new Date(now),
  };
  const actor = await wakeSession(SESSION, await log.read(SESSION), {
    log,
    clock,
    report,
  });
  const received = async (): Promise<readonly Received[]> => {
    if (!flows.worker) return new Promise(() => undefined);
    packets += 50;
    return [
      { from: PARENT, source: 'camera', packets: flows.picture ? packets : 1 },
      { from: PARENT, source: 'room-microphone', packets: flows.sound ? packets : 1 },
    ];
  };
  const keeper = createSightKeeper({
    actor,
    room: { received },
    report,
    time: {
      callAfter: (_ms, callback) => {
        beat = callback;
        return () => (beat = undefined);
      },
    },
  });
  actor.follow(() => keeper.sync());
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await actor.apply(() => ok([]));
  };
  const write = async (...drafts: readonly FactDraft[]) => {
    await actor.apply(() => ok(drafts));
    await settle();
  };
  /** Lets seconds pass: two reports of the page and one beat of the keeper in each. */
  const pass = async (seconds: number) => {
    for (let half = 0; half < seconds * 2; half += 1) {
      now += 500;
      for (const sense of ['picture', 'sound'] as const) {
        const shown = page[sense];
        if (shown !== null && !flows[sense]) page[sense] = shown + 500;
      }
      if (page.speaks) keeper.heard(page.of, { pictureAgoMs: page.picture, soundAgoMs: page.sound });
      if (half % 2 === 1) beat?.();
      await settle();
    }
  };
  keeper.sync();
  const sight = () => actor.state().sight;
  return { actor, keeper, flows, page, pass, write, sight, faults, jump: (ms: number) => (now += ms), at: () => now };
}

describe('[WIN4] while coding', () => {
  test('a camera that stops sending causes a gap since its last picture, and its return ends the gap', async () => {
    const { actor, flows, page, pass, write, sight } = await aWatchedSession();
    await pass(1);
    await write(START_CODING);
    await pass(3);
    const lastAt = 14_000;
    flows.picture = false;
    await pass(2);
    expect(sight().picture).toMatchObject({ is: 'lost', since: lastAt });
    expect(sight().sound).toMatchObject({ is: 'seen' });
    await pass(5);
    const [running] = actor.state().windows;
    expect(running && codedMs(running, 21_000)).toBe(3_000);
    flows.picture = true;
    page.picture = 0;
    await pass(1);
    expect(actor.state().gaps).toEqual([{ from: lastAt, to: 22_000 }]);
  });

  test('a page that reports nothing does not count as seeing', async () => {
    const { flows, page, pass, write, sight } = await aWatchedSession();
    await pass(1);
    await write(START_CODING);
    page.speaks = false;
    await pass(5);
    expect(flows.picture).toBe(true);
    expect(sight()).toMatchObject({
      picture: { is: 'lost', why: 'page-silent', since: 11_000 },
      sound: { is: 'lost' },
    });
  });

  test("a page's report that it sees does not count while nothing arrives or the media server hangs", async () => {
    for (const broken of ['picture', 'worker'] as const) {
      const { flows, keeper, pass, page, write, sight } = await aWatchedSession();
      await pass(2);
      await write(START_CODING);
      flows[broken] = false;
      page.speaks = false;
      for (let second = 0; second < 5; second += 1) {
        keeper.heard(LEAD, { pictureAgoMs: 0, soundAgoMs: 0 });
        await pass(1);
      }
      expect(sight().picture).toMatchObject({ is: 'lost', why: 'not-arriving' });
      expect(sight().sound.is).toBe(broken === 'worker' ? 'lost' : 'seen');
    }
  });

  test.for(['muted', 'silent', 'stopped'] as const)(
    'a microphone that its own device reports as %s is no sound, even if silence still flows',
    async (microphone) => {
      const { pass, write, sight } = await aWatchedSession();
      const says = { type: 'capture.changed', by: PARENT, participantId: PARENT, camera: 'works' } as const;
      await pass(1);
      await write(START_CODING, { ...says, microphone });
      expect(sight().sound).toMatchObject({ is: 'lost', why: 'device-stopped' });
      await write({ ...says, microphone: 'works' });
      expect(sight().sound.is).toBe('seen');
    },
  );

  test('the clock does not run from the start for anything that never arrived', async () => {
    const { actor, page, pass, write } = await aWatchedSession();
    page.picture = null;
    await pass(4);
    expect(actor.state().gaps).toEqual([]);
    await write(START_CODING);
    await pass(4);
    const [window] = actor.state().windows;
    expect(window && codedMs(window, 18_000)).toBe(0);
  });

  test('a jump of the clock is not a gap: silence is counted in beats', async () => {
    const { actor, jump, pass, write } = await aWatchedSession();
    await pass(1);
    await write(START_CODING);
    await pass(1);
    jump(120_000);
    await pass(2);
    expect(actor.state().gaps).toEqual([]);
  });
});

describe('[WIN4] the lead coach', () => {
  test('is the only one whose sight counts; after a hand-over it is the new lead’s', async () => {
    const { actor, keeper, page, pass, write, sight } = await aWatchedSession();
    const joins = { type: 'participant.joined', by: 'server', participantId: SUPERVISOR, name: 'Sam' } as const;
    await write({ ...joins, role: 'supervisor', device: null, wearer: null });
    await pass(1);
    await write(START_CODING);
    keeper.heard(SUPERVISOR, { pictureAgoMs: 9_000, soundAgoMs: 100 });
    await pass(1);
    expect(sight().picture.is).toBe('seen');
    const handedAt = 12_000;
    await write({ type: 'lead.changed', by: LEAD, to: SUPERVISOR, how: 'handed' });
    expect(sight().picture).toMatchObject({ is: 'lost', since: handedAt });
    page.of = SUPERVISOR;
    await pass(1);
    expect(sight().picture.is).toBe('seen');
    expect(actor.state().gaps).toHaveLength(1);
  });

  test('has to see again after a cut before the clock goes on', async () => {
    const { actor, page, pass, write } = await aWatchedSession();
    await pass(1);
    await write(START_CODING);
    page.speaks = false;
    await write({ type: 'participant.left', by: 'server', participantId: LEAD, why: 'connection' });
    await pass(2);
    const lead = { participantId: LEAD, name: 'Noor', role: 'therapist', device: null, wearer: null } as const;
    await write({ type: 'participant.joined', by: 'server', ...lead });
    await pass(1);
    expect(actor.state().gaps).toEqual([{ from: 11_000, to: undefined }]);
    page.speaks = true;
    await pass(1);
    expect(actor.state().gaps).toEqual([{ from: 11_000, to: 14_500 }]);
  });

  test('is told what is missing after a cut, if it does not come back with the connection', async () => {
    const { actor, page, pass, write, sight } = await aWatchedSession();
    await pass(1);
    await write(START_CODING);
    await write({ type: 'participant.left', by: 'server', participantId: PARENT, why: 'connection' });
    page.picture = null;
    const parent = {
      participantId: PARENT,
      name: 'Maria',
      role: 'caregiver',
      device: 'combined',
      wearer: null,
    } as const;
    await write({ type: 'participant.joined', by: 'server', ...parent });
    await pass(9);
    expect(sight()).toMatchObject({ picture: { is: 'lost', why: 'cut-off' }, sound: { is: 'seen' } });
    await pass(3);
    expect(sight().picture).toMatchObject({ is: 'lost', why: 'not-shown', since: 11_000 });
    expect(actor.state().gaps).toEqual([{ from: 11_000, to: undefined }]);
  });
});

test('[WIN4] nothing is measured and nothing written of a closed session', async () => {
  const { actor, pass, page, write, faults } = await aWatchedSession();
  await pass(1);
  await write({ type: 'feedback.started', by: LEAD }, { type: 'session.closed', by: LEAD });
  page.speaks = false;
  const { seq } = actor.state();
  await pass(10);
  expect(actor.state().seq).toBe(seq);
  expect(faults).toEqual([]);
});
