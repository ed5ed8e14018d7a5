import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { scoreWindow } from '#shared/domain/scoring/scoreWindow.ts';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { eventsToScore } from '#shared/protocol/transcriptEvents.ts';
import { aFact, CAREGIVER_A, codingSession, LEAD, SESSION, SUPERVISOR } from './testing/aSession.ts';
import { applyFact } from './foldFacts.ts';
import { reportSession } from './sessionReport.ts';
import { sessionTranscript } from './sessionTranscript.ts';

const START = 10_000;
const NOW = START + 400_000;
const press = fc.record({
  code: fc.constantFrom('LP', 'BD', 'RF', 'QU', 'UP', 'SEAT', 'LPC'),
  heardAt: fc.integer({ min: START - 5_000, max: START + 310_000 }),
  by: fc.constantFrom(LEAD, LEAD, LEAD, SUPERVISOR),
  isUndone: fc.boolean(),
});

test('[WIN2] [COD2] a session exported as a transcript and read again scores as its report says', () => {
  fc.assert(
    fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
      let state = codingSession(START).context.session;
      presses.forEach(({ code, heardAt, by, isUndone }, index) => {
        const codeId = aFact.codeId(index);
        const given = { codeId, code, caregiverId: CAREGIVER_A, heardAt, pressedAt: heardAt };
        state = applyFact(state, { type: 'code.recorded', by, at: NOW, seq: state.seq + 1, ...given });
        if (isUndone) state = applyFact(state, { type: 'code.undone', by, at: NOW, seq: state.seq + 1, codeId });
      });
      const raw: unknown = JSON.parse(JSON.stringify(sessionTranscript(SESSION, state, PCIT, CAREGIVER_A, NOW)));
      const read = readTranscript(raw);
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      const [window] = read.transcript.windows;
      if (window === undefined) throw new Error('no window');
      const { spans, void: isVoid = false } = window;
      const events = eventsToScore(read.transcript, read.program);
      const score = scoreWindow(events, { program: PCIT, phase: PCIT.phases[0], spans, void: isVoid });
      const [report] = reportSession(SESSION, state, PCIT, NOW).windows;
      expect(report).toMatchObject({ counts: score.tally, criteria: score.criteria, assessable: score.assessable });
      expect(read.transcript.events.length).toBe(
        presses.filter(({ code, by }) => by === LEAD && code !== 'SEAT' && code !== 'LPC').length,
      );
    }),
    { numRuns: 50 },
  );
});
