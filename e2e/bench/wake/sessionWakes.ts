import { join } from 'node:path';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { wakeSession } from '#server/sessions/sessionActor.ts';
import { startSessionClock } from '#server/sessions/sessionClock.ts';
import { PAGE_FACTS } from '#server/storage/factPages.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import { realTime } from '#server/time/time.ts';
import { startEarshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import { keepLongSession } from '../review/keepLongSession.ts';

/** The codes of a long session, and of one far beyond what there is, with the ms within which each is to wake. */
const SIZES = [
  { codes: 2_000, within: 50 },
  { codes: 10_000, within: 100 },
] as const;

/** How long a session takes to wake from its log. P11. Beside it: without the pages and the state that are kept. */
export const sessionWakes: Bench = async ({ rounds, say, keep }) => {
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  await earshot.kill();
  const { db, close } = openDatabase(join(earshot.dataFolder, 'earshot.sqlite'));
  keep(close, (end) => end());
  const log = createSqlFactLog(db, keysIn(earshot.dataFolder, db));

  const figures: Record<string, ReturnType<typeof figureOf>> = {};
  for (const { codes, within } of SIZES) {
    const { sessionId } = await keepLongSession(earshot, codes);
    const times: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await db.deleteFrom('session_fact_pages').execute();
      await db.deleteFrom('session_states').execute();
      const bare = await timeToWake(log, sessionId);
      await keepAsLongAgoAsPossible(log, sessionId);
      const ours = await timeToWake(log, sessionId);
      times.push({ ours, bare });
      say(`${codes} codes, round ${round}: ${ours.toFixed(1)} ms, from its rows ${bare.toFixed(1)} ms`);
    }
    figures[`wake${codes}Ms`] = figureOf(times, 'ms', { value: within });
  }
  return figures;
};

/** As when a server is killed just before it would have kept the next thousand. */
async function keepAsLongAgoAsPossible(log: FactLog, sessionId: SessionId): Promise<void> {
  const facts = await log.read(sessionId);
  const known = facts.slice(0, Math.max(0, facts.length - (PAGE_FACTS - 1)));
  await log.keepState(sessionId, known, foldFacts(known));
}

async function timeToWake(log: FactLog, sessionId: SessionId): Promise<number> {
  const clock = startSessionClock(new Date(), 0, realTime);
  const began = performance.now();
  const report = (error: unknown) => {
    throw error;
  };
  // What a wake would keep for the next one is not part of it.
  const actor = await wakeSession(sessionId, await log.read(sessionId), {
    log: { ...log, keepState: async () => undefined },
    clock,
    report,
  });
  const took = performance.now() - began;
  await actor.close();
  return took;
}
