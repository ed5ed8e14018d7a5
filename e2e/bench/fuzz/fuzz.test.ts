import { expect, onTestFinished, test } from 'vitest';
import { startEarshot } from '../../earshot.ts';
import { clinicUnderAttack } from './clinicUnderAttack.ts';
import { faultLines, isFaultAnswer } from './faults.ts';
import { fuzzRound } from './fuzzRound.ts';
import { liveSession } from './liveSession.ts';

/** `npm run bench -- --only fuzz` sends a million, and measures. */
const INPUTS = 6_000;

test(
  'hostile commands, frames and requests end nothing, break nothing, and lose no press of a session',
  { timeout: 240_000 },
  async () => {
    const logged: string[] = [];
    const settings = { TRUSTED_PROXIES: '127.0.0.1' };
    const earshot = await startEarshot({ isEmpty: true, settings, onLog: (text) => logged.push(text) });
    onTestFinished(earshot.stop);
    const clinic = await clinicUnderAttack(earshot);
    const session = await liveSession(earshot.url, clinic);
    onTestFinished(session.leave);
    const attackers = await clinic.invite();

    const stop = new AbortController();
    const pressing = session.press(stop.signal);
    const seed = Date.now() % 1e9;
    const { sent, answers } = await fuzzRound({ url: earshot.url, attackers, inputs: INPUTS, seed });
    stop.abort();

    const ran = `seed ${seed}`;
    expect(sent, ran).toBeGreaterThanOrEqual(INPUTS);
    expect((await pressing).length, ran).toBeGreaterThan(0);
    expect(await session.lost(), ran).toBe(0);
    expect(faultLines(logged.join('')), ran).toEqual([]);
    expect([...answers.keys()].filter(isFaultAnswer), ran).toEqual([]);
    // They came as far as handlers, and were not only turned away.
    for (const answer of ['200', 'done', 'invalid']) expect(answers.get(answer), ran).toBeGreaterThan(10);
  },
);
