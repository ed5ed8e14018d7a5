import type { Observation, ObservationComponent } from 'fhir/r4.d.ts';
import { percentOf } from '#shared/domain/criterionFigures.ts';
import { agreementText, BY_PART, exportedAgreements } from './exportedAgreements.ts';
import { type ExportScene, instantOf } from '#shared/session/exportScene.ts';
import { plainLine } from './plainLine.ts';
import { sessionNotes } from './sessionRemarks.ts';

const AGREEMENT = 'urn:earshot:agreement';
const RECORD = 'urn:earshot:record';
const UNITS = 'http://unitsofmeasure.org';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

type About = Pick<Observation, 'subject' | 'encounter'>;

/** The notes of the session, as written. They can contain a name that somebody typed. */
export function noteObservations(scene: ExportScene, about: About): readonly Observation[] {
  return sessionNotes(scene).map(({ noteId, at, text }): Observation => {
    return {
      resourceType: 'Observation',
      id: `note.${noteId}`,
      status: 'final',
      code: { coding: [{ system: RECORD, code: 'note', display: 'Session note' }] },
      ...about,
      effectiveDateTime: instantOf(scene, at),
      valueString: plainLine(text).trim() || '–',
    };
  });
}

/** How the coders of each window agree, by their parts and not by name, with the compared spans. Rule REL9. */
export function agreementObservations(scene: ExportScene, about: About): readonly Observation[] {
  return exportedAgreements(scene).map((agreement, index): Observation => {
    const { pair, compared, caregiver } = agreement;
    const [start, end] = [pair.spans[0]?.[0] ?? 0, pair.spans.at(-1)?.[1] ?? 0];
    const text = agreementText(agreement, scene, BY_PART);
    return {
      resourceType: 'Observation',
      id: `agreement.${pair.windowId}.${index + 1}`,
      status: 'final',
      code: { coding: [{ system: AGREEMENT, code: 'event-agreement', display: 'Event agreement of two coders' }] },
      ...about,
      ...(caregiver && { focus: [{ reference: `RelatedPerson/${caregiver.caregiverId}` }] }),
      effectivePeriod: { start: instantOf(scene, start), end: instantOf(scene, end) },
      ...shareOf(compared.eventAgreement),
      component: [
        part('count-agreement', 'Count agreement', shareOf(compared.countAgreement)),
        part('kappa-matched', 'Kappa on which code it was', kappaOf(compared.kappaMatched.kappa)),
        part('kappa-with-nil', 'Kappa on seeing the event and on its code', kappaOf(compared.kappaWithNil.kappa)),
        ...pair.spans.map(([from, to]) =>
          part('compared', 'A compared span', {
            valuePeriod: { start: instantOf(scene, from), end: instantOf(scene, to) },
          }),
        ),
      ],
      note: [{ text: plainLine(text) }],
    };
  });
}

type Value = Pick<ObservationComponent, 'valueQuantity' | 'valuePeriod' | 'dataAbsentReason'>;

function part(code: string, display: string, value: Value): ObservationComponent {
  return { code: { coding: [{ system: AGREEMENT, code, display }] }, ...value };
}

const NONE: Value = {
  dataAbsentReason: { coding: [{ system: ABSENT, code: 'not-applicable', display: 'Not Applicable' }] },
};

/** Whole percent, as everywhere. */
function shareOf(share: number | null): Value {
  return share === null ? NONE : { valueQuantity: { value: percentOf(share), unit: '%', system: UNITS, code: '%' } };
}

function kappaOf(kappa: number | null): Value {
  return kappa === null ? NONE : { valueQuantity: { value: Number(kappa.toFixed(2)) } };
}
