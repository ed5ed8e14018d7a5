import type {
  Bundle,
  BundleEntry,
  Encounter,
  Flag,
  FhirResource,
  Observation,
  Patient,
  Provenance,
  RelatedPerson,
} from 'fhir/r4.d.ts';
import { type Figures, figuresOf, figureTexts } from '#shared/domain/criterionFigures.ts';
import { codesIn } from '#shared/domain/programs/program.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import { begunAt } from '#shared/session/beginning.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import { closedAt, exportInstant, instantOf, type ExportScene } from '#shared/session/exportScene.ts';
import { agreementObservations, noteObservations } from './fhirRemarks.ts';
import { plainLine } from './plainLine.ts';

type WindowReport = SessionReport['windows'][number];
type ScoredCriterion = WindowReport['criteria'][number];
/** The common fields of every observation of one window. */
type WindowContext = {
  readonly about: Pick<Observation, 'category' | 'subject' | 'focus' | 'encounter' | 'effectivePeriod' | 'performer'>;
  readonly status: Observation['status'];
  readonly system: string;
};

/** The base address of the resources. No network knows the name; it lets references within the bundle resolve. */
const BASE = 'https://earshot.invalid/fhir';
const CATEGORIES = 'http://terminology.hl7.org/CodeSystem/observation-category';
const INTERPRETATIONS = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const UNITS = 'http://unitsofmeasure.org';

/**
 * As a FHIR R4 collection: the encounter, an observation for each code and criterion of each window, for each agreement
 * of two coders and for each note, and their provenance. Names only the therapist and the exporter, and the child by
 * initials, unless somebody wrote a name into a note. Ids derive from the session's own.
 */
export function fhirExport(scene: ExportScene): string {
  return JSON.stringify(fhirBundle(scene), null, 2);
}

export function fhirBundle(scene: ExportScene): Bundle {
  const { sessionId, state, program } = scene;
  const report = reportSession(sessionId, state, program, closedAt(state));
  const about = { subject: { reference: patientRef(scene) }, encounter: { reference: `Encounter/${sessionId}` } };
  const observations = [
    ...report.windows.flatMap((window) => observationsOf(window, scene)),
    ...agreementObservations(scene, about),
    ...noteObservations(scene, about),
  ];
  const resources: FhirResource[] = [
    patientOf(scene),
    ...state.caregivers.map(({ caregiverId }): RelatedPerson => {
      return { resourceType: 'RelatedPerson', id: caregiverId, patient: { reference: patientRef(scene) } };
    }),
    encounterOf(scene),
    ...flagsOf(scene),
    ...observations,
  ];
  const all = [...resources, provenanceOf(scene, observations)];
  return {
    resourceType: 'Bundle',
    id: sessionId,
    type: 'collection',
    timestamp: exportInstant(scene),
    entry: all.map((resource): BundleEntry => {
      return { fullUrl: `${BASE}/${resource.resourceType}/${resource.id ?? ''}`, resource };
    }),
  };
}

function patientRef({ sessionId }: ExportScene): string {
  return `Patient/child.${sessionId}`;
}

function patientOf({ sessionId, childInitials }: ExportScene): Patient {
  const text = plainLine(childInitials).trim();
  return { resourceType: 'Patient', id: `child.${sessionId}`, ...(text !== '' && { name: [{ text }] }) };
}

function encounterOf(scene: ExportScene): Encounter {
  const { sessionId, state, therapistName } = scene;
  return {
    resourceType: 'Encounter',
    id: sessionId,
    identifier: [{ system: 'urn:earshot:session', value: sessionId }],
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'VR', display: 'virtual' },
    subject: { reference: patientRef(scene) },
    participant: [{ individual: { display: named(therapistName) } }],
    period: { start: instantOf(scene, begunAt(state)), end: instantOf(scene, closedAt(state)) },
  };
}

/** When time-out was contraindicated in the session, and why. Rule SEQ13. */
function flagsOf(scene: ExportScene): readonly Flag[] {
  const { sessionId, state } = scene;
  return state.contraindications.flatMap(({ since, is }, index): Flag[] => {
    if (is === null) return [];
    const to = state.contraindications[index + 1]?.since ?? closedAt(state);
    return [
      {
        resourceType: 'Flag',
        id: `time-out.${index + 1}.${sessionId}`,
        status: 'active',
        category: [{ text: 'Safety' }],
        code: { text: `Time-out contraindicated: ${plainLine(is.reason)}` },
        subject: { reference: patientRef(scene) },
        encounter: { reference: `Encounter/${sessionId}` },
        period: { start: instantOf(scene, since), end: instantOf(scene, to) },
        author: { display: named(is.by) },
      },
    ];
  });
}

function observationsOf(window: WindowReport, scene: ExportScene): readonly Observation[] {
  const { program, state, sessionId, therapistName } = scene;
  const spans = state.windows.find(({ windowId }) => windowId === window.windowId)?.spans ?? [];
  const to = Math.max(window.from, ...spans.map(([, end]) => end));
  const context: WindowContext = {
    // A void window is in the record and is not a finding.
    status: window.standing === 'void' ? 'cancelled' : 'final',
    system: `urn:earshot:programme:${program.id}:${program.version}`,
    about: {
      category: [{ coding: [{ system: CATEGORIES, code: 'therapy', display: 'Therapy' }] }],
      subject: { reference: patientRef(scene) },
      focus: [{ reference: `RelatedPerson/${window.caregiver.caregiverId}` }],
      encounter: { reference: `Encounter/${sessionId}` },
      effectivePeriod: { start: instantOf(scene, window.from), end: instantOf(scene, to) },
      performer: [{ display: named(therapistName) }],
    },
  };
  const counts = codesIn(program, 'parent').map(({ code, name }): Observation => {
    return {
      resourceType: 'Observation',
      id: `count.${window.windowId}.${code}`,
      status: context.status,
      code: { coding: [{ system: context.system, code, display: plainLine(name) }] },
      ...context.about,
      valueInteger: window.counts[code] ?? 0,
    };
  });
  const judged = [...window.criteria, ...window.goals].map((criterion, index) =>
    judgedObservation(criterion, `criterion.${window.windowId}.${index + 1}`, context),
  );
  return [...counts, ...judged];
}

function judgedObservation(criterion: ScoredCriterion, id: string, context: WindowContext): Observation {
  const { rule, label, bound, result } = criterion;
  const figures = figuresOf(criterion);
  const limit = figures.inPercent ? percent(figures.goal) : { value: figures.goal };
  return {
    resourceType: 'Observation',
    id,
    status: context.status,
    code: {
      coding: [
        { system: `${context.system}:rule`, code: plainLine(rule).replaceAll(' ', '-'), display: plainLine(label) },
      ],
      text: `${plainLine(rule)}: ${plainLine(label)}`,
    },
    ...context.about,
    ...valueOf(figures),
    interpretation: [interpretationOf(result.is)],
    referenceRange: [
      { ...(bound === 'at least' ? { low: limit } : { high: limit }), text: `${bound} ${figureTexts(criterion).goal}` },
    ],
  };
}

/** A count is a whole number, and a share is a whole percent as in the report. A share without events has no value. */
function valueOf({ actual, inPercent }: Figures): Partial<Observation> {
  if (actual === null) {
    return { dataAbsentReason: { coding: [{ system: ABSENT, code: 'not-applicable', display: 'Not Applicable' }] } };
  }
  return inPercent ? { valueQuantity: percent(actual) } : { valueInteger: actual };
}

function percent(value: number) {
  return { value, unit: '%', system: UNITS, code: '%' };
}

const INTERPRETED = {
  met: ['POS', 'Positive', 'Met'],
  'not met': ['NEG', 'Negative', 'Not met'],
  'not assessable': ['IND', 'Indeterminate', 'The window cannot be assessed'],
} as const;

function interpretationOf(result: ScoredCriterion['result']['is']) {
  if (result === 'not applicable') return { text: 'Did not come up' };
  const [code, display, text] = INTERPRETED[result];
  return { coding: [{ system: INTERPRETATIONS, code, display }], text };
}

function provenanceOf(scene: ExportScene, observations: readonly Observation[]): Provenance {
  const { sessionId, exportedBy, therapistName } = scene;
  const agentTypes = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
  const agent = (code: string, display: string, name: string) => {
    return { type: { coding: [{ system: agentTypes, code, display }] }, who: { display: named(name) } };
  };
  return {
    resourceType: 'Provenance',
    id: `export.${sessionId}`,
    target: [
      { reference: `Encounter/${sessionId}` },
      ...observations.map(({ id }) => ({ reference: `Observation/${id ?? ''}` })),
    ],
    recorded: exportInstant(scene),
    agent: [agent('author', 'Author', therapistName), agent('assembler', 'Assembler', exportedBy)],
    entity: [{ role: 'source', what: { identifier: { system: 'urn:earshot:session', value: sessionId } } }],
  };
}

/** A FHIR string is never empty and has no spaces around it. */
function named(name: string): string {
  return plainLine(name).trim() || 'unnamed';
}
