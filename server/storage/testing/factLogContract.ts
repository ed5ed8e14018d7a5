import { describe, expect, test } from 'vitest';
import type { Fact } from '#shared/protocol/facts.ts';
import { NoteId, ParticipantId, PressId, type SessionId } from '#shared/protocol/ids.ts';
import { LogConflict, type FactLog } from '../factLog.ts';

/** A log to test, and a session that it can keep facts of. */
type LogUnderTest = { readonly log: FactLog; readonly sessionId: SessionId; readonly otherSessionId: SessionId };

const press = PressId.parse('5b2f6f0e-6f0a-4d5e-9a57-3f7f0f7c0001');
const otherPress = PressId.parse('5b2f6f0e-6f0a-4d5e-9a57-3f7f0f7c0002');

/** A fact with this seq. */
export function aFact(seq: number): Fact {
  const by = ParticipantId.parse('ida');
  const noteId = NoteId.parse(`00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`);
  return { seq, at: seq * 1_000, type: 'note.written', by, noteId, text: `Note “${seq}”` };
}

/** The contract of every fact log. */
export function describeFactLog(name: string, make: () => Promise<LogUnderTest>): void {
  describe(name, () => {
    test('[LOG1] facts are read back as they were written, in order', async () => {
      const { log, sessionId } = await make();
      await log.append(sessionId, [aFact(1), aFact(2)]);
      await log.append(sessionId, [aFact(3)]);
      expect(await log.read(sessionId)).toEqual([aFact(1), aFact(2), aFact(3)]);
      expect(await log.read(sessionId, 2)).toEqual([aFact(3)]);
    });

    test('each session has a log of its own', async () => {
      const { log, sessionId, otherSessionId } = await make();
      await log.append(sessionId, [aFact(1)]);
      await log.append(otherSessionId, [aFact(1)]);
      expect(await log.read(otherSessionId)).toEqual([aFact(1)]);
    });

    test('a session that nobody opened has an empty log', async () => {
      const { log, sessionId } = await make();
      expect(await log.read(sessionId)).toEqual([]);
      expect(await log.presses(sessionId)).toEqual(new Map());
    });

    test.for([
      ['a gap after the last fact', [3]],
      ['a fact that is there already', [1]],
      ['a gap among the new facts', [2, 4]],
    ] as const)('[LOG1] %s is a conflict, and nothing is written', async ([, seqs]) => {
      const { log, sessionId } = await make();
      await log.append(sessionId, [aFact(1)]);
      await expect(log.append(sessionId, seqs.map(aFact))).rejects.toThrow(LogConflict);
      expect(await log.read(sessionId)).toEqual([aFact(1)]);
    });

    test('[LOG1] of two writers at the same seq one wins and the other gets a conflict', async () => {
      const { log, sessionId } = await make();
      const outcomes = await Promise.allSettled([log.append(sessionId, [aFact(1)]), log.append(sessionId, [aFact(1)])]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await log.read(sessionId)).toEqual([aFact(1)]);
    });

    test('[LOG2] a press is known by its id, with the last seq that it wrote, in its own session', async () => {
      const { log, sessionId, otherSessionId } = await make();
      await log.append(sessionId, [aFact(1), aFact(2)], { press });
      await log.append(sessionId, [aFact(3)]);
      await log.append(sessionId, [aFact(4)], { press: otherPress });
      expect(await log.presses(sessionId)).toEqual(
        new Map([
          [press, 2],
          [otherPress, 4],
        ]),
      );
      expect(await log.presses(otherSessionId)).toEqual(new Map());
      await log.append(otherSessionId, [aFact(1)], { press });
      expect(await log.presses(otherSessionId)).toEqual(new Map([[press, 1]]));
    });

    test('[LOG2] a press counts once, whoever writes it', async () => {
      const { log, sessionId } = await make();
      await log.append(sessionId, [aFact(1)], { press });
      await expect(log.append(sessionId, [aFact(2)], { press })).rejects.toThrow(LogConflict);
      expect(await log.read(sessionId)).toEqual([aFact(1)]);
    });

    test('[LOG1] facts are appended together, however many they are', async () => {
      const { log, sessionId } = await make();
      const facts = Array.from({ length: 11_000 }, (_, index) => aFact(index + 1));
      await log.append(sessionId, facts);
      expect((await log.read(sessionId)).length).toBe(facts.length);
    });

    test('appending nothing does nothing', async () => {
      const { log, sessionId } = await make();
      await log.append(sessionId, [], { press });
      expect(await log.read(sessionId)).toEqual([]);
      expect(await log.presses(sessionId)).toEqual(new Map());
    });
  });
}
