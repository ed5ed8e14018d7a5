import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { isTimeOutStep } from '#shared/domain/sequence/commandSequence.ts';
import { aCodedSession } from '../testing/aCodedSession.ts';
import { closedAt } from '#shared/session/exportScene.ts';
import { recordPages } from '#shared/exports/recordPages.ts';
import { fhirBundle } from '#shared/exports/fhirExport.ts';
import { reportSession } from '../sessionReport.ts';
import { type SessionState } from '../sessionState.ts';
import { CONTRAINDICATED, ROOM_SIGNED, SEQUENCE, WITH_RULES } from './testing/aSequence.ts';
import { aSequenceSession } from './testing/aSequenceSession.ts';
import { followSequence } from './followSequence.ts';
import { sequenceNow } from './sequenceView.ts';

const WITHOUT = { ...WITH_RULES, contraindicated: CONTRAINDICATED };

function viewOf(session: SessionState, later = 0) {
  return sequenceNow(session, PCIT, (session.codes.at(-1)?.heardAt ?? 0) + later);
}

/** A session in which time-out was contraindicated after the last of its codes. */
function flaggedAfter(text: string): SessionState {
  const session = aSequenceSession(text, ROOM_SIGNED);
  const since = (session.codes.at(-1)?.heardAt ?? 0) + 500;
  return { ...session, contraindications: [{ since, is: CONTRAINDICATED }] };
}

test('[SEQ13] after a refusal the parent is told to let it go, and no step of time-out is offered', () => {
  const view = viewOf(aSequenceSession('DC NC', WITHOUT));
  expect(view?.step).toBe('without-time-out');
  expect(view?.say).toMatch(/Let it go/);
  expect(view?.actions.map(({ code }) => code)).toEqual(['DC', 'CO', 'STOP']);
});

test('[SEQ13] a child who complies after all is praised, and a small command starts again', () => {
  expect(viewOf(aSequenceSession('DC NC CO', WITHOUT))?.step).toBe('praise');
  expect(viewOf(aSequenceSession('DC NC DC', WITHOUT))?.step).toBe('command-wait');
  expect(viewOf(aSequenceSession('DC CO LP', WITHOUT))?.last?.outcome).toBe('correct');
});

test('[SEQ13] a broken house rule leads nowhere', () => {
  expect(viewOf(aSequenceSession('RULE', WITHOUT))?.step).toBe('play');
  expect(viewOf(aSequenceSession('RULE', WITH_RULES))?.step).toBe('to-chair');
});

test.for([
  ['DC NC', 'without-time-out'],
  ['DC NC WARN', 'without-time-out'],
  ['DC NC WARN NC', 'without-time-out'],
  ['DC NC WARN NC CHAIR SEAT', 'without-time-out'],
  ['DC NC WARN NC CHAIR SEAT ESCAPE', 'without-time-out'],
  ['RULE CHAIR SEAT', 'without-time-out'],
  ['DC', 'command-wait'],
  ['DC NC WARN CO', 'praise'],
  ['TA', 'play'],
] as const)('[SEQ13] set after %s, it leads to %s', ([text, step]) => {
  const settings = text.startsWith('RULE') ? WITH_RULES : ROOM_SIGNED;
  expect(viewOf({ ...flaggedAfter(text), timeOut: settings }, 1_000)?.step).toBe(step);
});

test('[SEQ13] [WIN3] a time-out under way ends at that moment, so that the window’s clock runs on', () => {
  const session = flaggedAfter('DC NC WARN NC CHAIR SEAT');
  const since = session.contraindications[0]?.since;
  expect(followSequence(session, PCIT)?.context.timeOuts.at(-1)?.to).toBe(since);
});

test('[SEQ13] once it is lifted, a refusal leads to the warning again', () => {
  const session = aSequenceSession('DC NC', WITHOUT);
  const lifted = { ...session, contraindications: [...session.contraindications, { since: 500, is: null }] };
  expect(viewOf(lifted)?.step).toBe('warn');
});

const PDI = PCIT.phases.findIndex(({ sequence }) => sequence !== undefined);
const ANY = ['DC', 'IC', 'CO', 'NC', 'NOC', 'LP', 'UP', 'NTA', 'TA', 'STOP'];

function pdiSession(codes: readonly string[], timeOut = WITHOUT) {
  const windows = PCIT.phases.map(({ id: kind }, index) => ({ kind, codes: index === PDI ? codes : [] }));
  return aCodedSession(PCIT, windows, { timeOut });
}

function pdiReport(scene: ReturnType<typeof pdiSession>) {
  const report = reportSession(scene.sessionId, scene.state, PCIT, closedAt(scene.state));
  return report.windows[PDI] ?? expect.fail('no window');
}

test('[SEQ13] [PDI4] a refused command counts as given and in no follow-through', () => {
  const { commands } = pdiReport(pdiSession(['DC', 'NC', 'DC', 'CO', 'LP', 'DC', 'NC', 'DC', 'NC']));
  expect(commands).toMatchObject({ commands: 4, directCommands: 4, effective: 4, followUpDue: 1, followUpCorrect: 1 });
});

test('[SEQ13] [PDI4] the console’s verdict on a command equals the score’s, for any codes', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ANY), { maxLength: 40 }), (codes) => {
      const scene = pdiSession(codes);
      const { outcomes } = pdiReport(scene);
      const past = followSequence(scene.state, PCIT)?.context.past ?? [];
      for (const { codeId, halted } of past) {
        if (!halted) continue;
        const at = scene.state.codes.find((entry) => entry.codeId === codeId)?.heardAt;
        const { outcome } = outcomes.find((one) => one.at === at) ?? expect.fail('a command that is not scored');
        if (outcome.is !== 'not-effective') expect(outcome).toEqual({ is: 'not-due', why: 'stopped' });
      }
    }),
  );
});

test('[SEQ13] the record and its exports say so, and when', () => {
  const scene = pdiSession(['DC', 'NC']);
  const lines = recordPages(scene).map((block) => ('text' in block ? block.text : ''));
  expect(lines.filter((text) => text.includes(CONTRAINDICATED.reason))).toHaveLength(1);
  const flags = fhirBundle(scene).entry?.filter(({ resource }) => resource?.resourceType === 'Flag');
  expect(flags).toHaveLength(1);
});

test('[SEQ13] every code that leads to the chair or the back-up is one of time-out', () => {
  const { warn, chair, seated, room, inRoom, ruleBroken, ...others } = SEQUENCE.steps;
  for (const code of [warn, chair, seated, room, inRoom, ruleBroken]) expect(isTimeOutStep(SEQUENCE, code)).toBe(true);
  for (const code of Object.values(others)) expect(isTimeOutStep(SEQUENCE, code)).toBe(false);
});
