import { Agent } from 'node:http';
import fc from 'fast-check';
import { type Answers, anAddress, attackByBytes, attackByRequest, attackBySocket } from './attack.ts';
import type { Attackers, Hostile } from './clinicUnderAttack.ts';
import { hostileInputs } from './hostileInputs.ts';

/** Which inputs are sent, how many, and what chooses them: the same seed makes the same inputs. */
type Round = { readonly url: string; readonly attackers: Attackers; readonly inputs: number; readonly seed: number };

/** Messages of one connection, or requests of one visit. */
const BATCH = 200;
/** How many floods, and how many visits, go on at once. */
const [FLOODS, VISITS] = [4, 8];
/**
 * One in this many requests is no request. One in this many connections joins with odd data, another sends odd frames,
 * and a third is of somebody whom no session lets in.
 */
const ODD_ONES = 8;
/** Below the rate of one person, so that the messages are read. */
const PATIENT_MS = 18;

/** Of all inputs: requests, messages below every limit, and messages as fast as the network takes them. */
const [REQUESTED, PATIENT] = [0.25, 0.15];

/** Sends hostile inputs by all ways at once. Resolves to how many were sent, and what the server answered. */
export async function fuzzRound({ url, attackers, inputs, seed }: Round) {
  const answers: Answers = new Map();
  const port = Number(new URL(url).port);
  const { members, outsiders, knownIds } = attackers;
  const everybody = [...members, ...outsiders];
  const { handshake, command, frame, request, rawRequest } = hostileInputs(knownIds);
  const agent = new Agent({ keepAlive: true, maxSockets: VISITS });
  let batches = 0;
  let sent = 0;

  const next = () => ({ number: batches, seed: seed + batches++ });
  const sample = <T>(values: fc.Arbitrary<T>, count: number, of: number): T[] =>
    fc.sample(values, { numRuns: count, seed: of });

  async function bySocket(member: Hostile | undefined, pauseMs: number | undefined): Promise<number> {
    const { number, seed: of } = next();
    const who = number % ODD_ONES === 2 ? outsiders[number % outsiders.length] : member;
    if (who === undefined) throw new Error('Nobody attacks.');
    const [odd = ''] = sample(handshake, 1, of);
    const from = anAddress(number);
    const [isOddJoin, sendsOddFrames] = [number % ODD_ONES === 0, number % ODD_ONES === 1];
    const how = { port, from, pauseMs, hostile: who, handshake: isOddJoin ? odd : who.handshake };
    return attackBySocket(sample(sendsOddFrames ? frame : command, BATCH, of), how, answers);
  }

  async function byRequests(): Promise<number> {
    const { number, seed: of } = next();
    const cookie = everybody[number % everybody.length]?.cookie;
    const how = { url, cookie, agent, from: anAddress(number) };
    const raw = sample(rawRequest, BATCH / ODD_ONES, of);
    for (const bytes of raw) await attackByBytes(bytes, port, answers);
    for (const asked of sample(request, BATCH - raw.length, of)) await attackByRequest(asked, how, answers);
    return BATCH;
  }

  /** Lets some of one kind go on at once until there were enough of them. */
  async function until(enough: number, atOnce: number, batch: (which: number) => Promise<number>): Promise<void> {
    let begun = 0;
    const go = async (which: number) => {
      while (begun < enough) {
        begun += BATCH;
        const count = await batch(which);
        begun += count - BATCH;
        sent += count;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, (_, which) => go(which)));
  }

  // Each connection takes over from the former one of the same person, so nobody is in two places.
  const [flooding, patient] = [members.slice(0, FLOODS), members.slice(FLOODS)];
  await Promise.all([
    until(inputs * REQUESTED, VISITS, byRequests),
    until(inputs * PATIENT, patient.length, (which) => bySocket(patient[which], PATIENT_MS)),
    until(inputs * (1 - REQUESTED - PATIENT), FLOODS, (which) => bySocket(flooding[which], undefined)),
  ]);
  agent.destroy();
  return { sent, answers };
}
