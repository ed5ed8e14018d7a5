import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { PromptId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, SESSION, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { createPromptKeeper } from './promptKeeper.ts';
import { wakeSession } from '#server/sessions/sessionActor.ts';

const CHAIR_ENDS_AT = 16_000 + 185_000;
const promptId = PromptId.parse('00000000-0000-4000-8000-000000000001');
const window = { windowId: aFact.windowId(1), kind: 'pdi', caregiverId: CAREGIVER_A, lengthMs: 300_000 };
const prompt = { promptId, text: 'Turn away.', skill: null, coachCode: null, caregiverId: CAREGIVER_A, spoken: false };

/** A session in which a child sits on the chair, with a keeper whose clock the test controls. */
async function onTheChair() {
  const log = createMemoryFactLog();
  await log.append(SESSION, [aFact.opened(), ...numbered(UNTIL_CHECK_IN)]);
  let now = 10_000;
  let alarm: { readonly at: number; readonly ring: () => void } | undefined;
  const faults: unknown[] = [];
  const report = (error: unknown) => faults.push(error);
  const clock = {
    now: () => now,
    callAt: (at: number, ring: () => void) => {
      alarm = { at, ring };
      return () => (alarm = undefined);
    },
  };
  const session = {
    now: () => now,
    callAt: () => () => undefined,
    callAfter: () => () => undefined,
    startAnew: () => new Date(now),
  };
  const actor = await wakeSession(SESSION, await log.read(SESSION), {
    log,
    clock: session,
    report,
  });
  const keeper = createPromptKeeper({ actor, clock });
  actor.follow(() => keeper.sync());
  const write = async (at: number, draft: FactDraft) => {
    now = at;
    expect(await actor.apply(() => ok([draft]))).toMatchObject({ ok: true });
  };
  await write(10_000, { type: 'coding.started', by: LEAD, ...window });
  for (const [index, code] of ['DC', 'NC', 'WARN', 'NC', 'CHAIR', 'SEAT'].entries()) {
    const at = 11_000 + index * 1_000;
    const given = { codeId: aFact.codeId(index + 1), code, caregiverId: CAREGIVER_A, heardAt: at, pressedAt: at };
    await write(at, { type: 'code.recorded', by: LEAD, ...given });
  }
  /** Moves the clock to a moment; timers due by then ring. */
  const comeTo = async (at: number) => {
    now = at;
    if (alarm !== undefined && alarm.at <= at) alarm.ring();
    await actor.apply(() => ok([]));
  };
  const isWithdrawn = () => actor.state().prompts[0]?.withdrawn;
  return { actor, keeper, write, comeTo, isWithdrawn, faults, alarm: () => alarm };
}

test('[PRM2] a prompt is removed from the screen when the time on the chair is over, without a key press', async () => {
  const { write, comeTo, isWithdrawn, faults } = await onTheChair();
  await write(CHAIR_ENDS_AT - 2_000, { type: 'prompt.sent', by: LEAD, ...prompt });
  await comeTo(CHAIR_ENDS_AT - 1);
  expect(isWithdrawn()).toBe(false);
  await comeTo(CHAIR_ENDS_AT);
  expect(isWithdrawn()).toBe(true);
  expect(faults).toEqual([]);
});

test('[PRM2] without a prompt no timer is set, and a closed keeper sets none', async () => {
  const { keeper, write, alarm } = await onTheChair();
  expect(alarm()).toBeUndefined();
  await write(CHAIR_ENDS_AT - 2_000, { type: 'prompt.sent', by: LEAD, ...prompt });
  expect(alarm()?.at).toBe(CHAIR_ENDS_AT);
  keeper.close();
  keeper.sync();
  expect(alarm()).toBeUndefined();
});
