import fhirpath from 'fhirpath';
import r4AsTyped from 'fhirpath/fhir-context/r4/index.js';
import { describe, expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import { scoreWindow } from '#shared/domain/scoring/scoreWindow.ts';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { eventsToScore } from '#shared/protocol/transcriptEvents.ts';
import { CAREGIVER_A, CAREGIVER_B, LEAD, SESSION, SUPERVISOR } from '#shared/session/testing/aSession.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import { aReviewedSession, CODES, SECOND_CODING } from '#shared/session/testing/aReviewedSession.ts';
import { closedAt } from '#shared/session/exportScene.ts';
import { fhirExport } from './fhirExport.ts';
import { textExport } from './textExport.ts';
import type { RecordChoice } from './transcriptExport.ts';

const SCENE = aReviewedSession();
const REPORT = reportSession(SESSION, SCENE.state, PCIT, closedAt(SCENE.state));

function transcriptOf(choice: RecordChoice) {
  const made = textExport('transcript', SCENE, choice);
  if (!made.ok) throw new Error(made.error.message);
  const read = readTranscript(JSON.parse(made.value));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.transcript;
}

describe('[TRN1] a transcript is one coder’s record of one caregiver', () => {
  test.for([CAREGIVER_A, CAREGIVER_B])(
    '[REV3] the lead coach’s transcript scores as the report says: %s',
    (caregiverId) => {
      const transcript = transcriptOf({ caregiverId });
      const reported = REPORT.windows.filter(({ caregiver }) => caregiver.caregiverId === caregiverId);
      expect(transcript.windows.map(({ id }) => id)).toEqual(reported.map(({ windowId }) => windowId));
      for (const [index, { kind, spans, void: isVoid = false }] of transcript.windows.entries()) {
        const phase = findTreatmentPhase(PCIT, kind);
        if (phase === undefined) throw new Error('no phase');
        const score = scoreWindow(eventsToScore(transcript, PCIT), { program: PCIT, phase, spans, void: isVoid });
        expect(reported[index]).toMatchObject({
          counts: score.tally,
          criteria: score.criteria,
          commands: score.commands,
        });
      }
    },
  );

  test('[REV3] corrected codes are as corrected, struck or undone codes are retracted, and words are there', () => {
    const { coder, events } = transcriptOf({});
    expect(coder).toBe(LEAD);
    const of = (id: string) => events.find((event) => event.id === id);
    expect(of(CODES.praise)).toMatchObject({ code: 'LP', text: 'I love how gently you stack those' });
    expect(of(CODES.unsure)).toMatchObject({ candidates: ['LP', 'UP'], mode: 'unsure' });
    expect(of(CODES.corrected)).toMatchObject({ code: 'UP' });
    expect([of(CODES.struck)?.retracted, of(CODES.undone)?.retracted]).toEqual([true, true]);
    expect(of(CODES.judged)).toMatchObject({ code: 'DC', effective: false });
    expect(of(CODES.judgedThenCorrected)).not.toHaveProperty('effective');
    expect(of(CODES.observed)).toBeUndefined();
  });

  test('[REL9] the lead coach’s transcript by id holds their own codes, without a review’s or a gap’s changes', () => {
    const { coder, events } = transcriptOf({ coder: LEAD });
    const of = (id: string) => events.find((event) => event.id === id);
    expect(coder).toBe(LEAD);
    expect(of(CODES.corrected)).toMatchObject({ code: 'LP' });
    expect(of(CODES.struck)).not.toHaveProperty('retracted');
    expect(of(CODES.undone)).toMatchObject({ retracted: true });
    expect(of(CODES.added)).toBeUndefined();
    expect(events.filter((event) => event.void)).toEqual([]);
  });

  test('of an observer and of a second coding, by id', () => {
    expect(transcriptOf({ coder: SUPERVISOR }).events.map(({ id }) => id)).toEqual([CODES.observed]);
    const again = transcriptOf({ coder: SECOND_CODING });
    expect(again.windows).toHaveLength(1);
    expect(again.events.map(({ id, retracted = false }) => [id, retracted])).toEqual([
      [CODES.again, false],
      [CODES.againUndone, true],
    ]);
  });

  test.for([
    [{ coder: 'nobody' }, `${SECOND_CODING} (Omar, recording)`],
    [{ caregiverId: 'nobody' }, `${CAREGIVER_B} (Jon)`],
    [{ coder: SECOND_CODING, caregiverId: CAREGIVER_B }, `${CAREGIVER_A} (Maria)`],
  ] as const)('%j is answered with the available records', ([choice, there]) => {
    const made = textExport('transcript', SCENE, choice);
    expect(made.ok ? '' : made.error.message).toContain(there);
  });
});

// Its types allow `score` to be undefined, and its caller's types only allow it to be missing.
const { score, ...unscored } = r4AsTyped;
const r4 = score === undefined ? unscored : { ...unscored, score };

/** There is no full FHIR validator here. These are the elements that R4 requires in each resource that we write. */
describe('FHIR R4, asked by fhirpath with the R4 model', () => {
  const bundle: unknown = JSON.parse(fhirExport(SCENE));
  const ask = (path: string): unknown[] => fhirpath.evaluate(bundle, path, {}, r4, { async: false });

  test.for([
    "Bundle.type = 'collection' and Bundle.timestamp.exists()",
    'Bundle.entry.all(fullUrl.exists() and resource.exists() and resource.id.matches(%id))',
    'Bundle.entry.fullUrl.isDistinct() and Bundle.entry.resource.id.isDistinct()',
    'Bundle.entry.resource.ofType(Encounter).count() = 1',
    "Bundle.entry.resource.ofType(Encounter).all(status = 'finished' and class.code = 'VR' and period.start <= period.end)",
    'Bundle.entry.resource.ofType(RelatedPerson).all(patient.count() = 1)',
    'Bundle.entry.resource.ofType(Observation).all(status.count() = 1 and code.count() = 1 and code.coding.system.exists())',
    "Bundle.entry.resource.ofType(Observation).all(status = 'final' or status = 'cancelled')",
    'Bundle.entry.resource.ofType(Observation).all(value.exists() xor dataAbsentReason.exists())',
    'Bundle.entry.resource.ofType(Observation).all(effective.ofType(dateTime).exists() or effective.start <= effective.end)',
    'Bundle.entry.resource.ofType(Provenance).all(target.exists() and recorded.count() = 1 and agent.who.exists())',
    'Bundle.entry.resource.descendants().reference.all($this in %refs)',
  ])('%s', (path) => {
    const refs = ask('Bundle.entry.fullUrl').map((url) => String(url).replace('https://earshot.invalid/fhir/', ''));
    const found: unknown[] = fhirpath.evaluate(bundle, path, { refs, id: '^[A-Za-z0-9.-]{1,64}$' }, r4, {
      async: false,
    });
    expect(found).toEqual([true]);
  });

  test('the counts and the criteria are those of the report', () => {
    for (const window of REPORT.windows) {
      const of = (id: string, path: string) =>
        ask(`Bundle.entry.resource.ofType(Observation).where(id = '${id}').${path}`);
      for (const [code, count] of Object.entries(window.counts)) {
        if (PCIT.codes.find((one) => one.code === code)?.stream !== 'parent') continue;
        expect(of(`count.${window.windowId}.${code}`, 'value')).toEqual([count]);
      }
      for (const [index, { result }] of window.criteria.entries()) {
        const verdict = { met: 'POS', 'not met': 'NEG', 'not assessable': 'IND', 'not applicable': 'none' }[result.is];
        expect(of(`criterion.${window.windowId}.${index + 1}`, 'interpretation.coding.code')).toEqual([verdict]);
      }
    }
  });

  test('the child is named by initials only, no caregiver is named, and two exports are the same', () => {
    const text = fhirExport(SCENE);
    expect(text).toContain('"text": "T."');
    for (const name of ['Rivera', 'Maria', 'Jon']) expect(text).not.toContain(name);
    expect(fhirExport(aReviewedSession())).toBe(text);
  });
});
