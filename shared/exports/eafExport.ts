import { spansUntil } from '#shared/domain/codingWindow.ts';
import { gapWords } from '#shared/domain/gapCauses.ts';
import { type Program, STREAMS } from '#shared/domain/programs/program.ts';
import { gapCausesIn } from '#shared/session/sight/gapCauses.ts';
import { agreementText, exportedAgreements } from './exportedAgreements.ts';
import { type ExportedCode, nameOf, OUTSIDE_WORDS, INTERRUPTED_WORDS } from './exportedCodes.ts';
import { exportedRecords, type RecordedCode } from './exportedRecords.ts';
import { closedAt, exportInstant, instantOf, type ExportScene, isLong } from '#shared/session/exportScene.ts';
import { recordingFileName } from './exportTable.ts';
import { distinct } from './distinct.ts';
import { plainLine } from './plainLine.ts';
import { WINDOWS_TITLE } from './recordTitle.ts';
import { contraindicationRemarks, sessionNotes } from './sessionRemarks.ts';
import { subjectNames } from './subjectNames.ts';
import { element, writeXml, type Xml } from './writeXml.ts';

/** One annotation of a tier: a span `[from, to)` of session time in ms, with its text. */
type Annotation = { readonly from: number; readonly to: number; readonly value: string };
type Tier = {
  readonly name: string;
  readonly participant: string;
  readonly annotator: string;
  readonly type: 'code' | 'note';
  readonly annotations: readonly Annotation[];
};

/** In ms, unless the next one in its tier comes sooner: ELAN has no points in time. */
const CODE_MS = 500;
const VOCABULARY = 'codes';

/**
 * As an ELAN document (EAF 3.0). Each record, caregiver and stream has a tier with the program's codes, and beside it
 * tiers for codes outside any window and for reasons of a review. Then come windows, phases, gaps, contraindications,
 * notes, prompts and utterances. The header holds the agreement of coders.
 */
export function eafExport(scene: ExportScene): string {
  const tiers = distinctNames(
    tiersOf(scene)
      .flatMap(withoutOverlaps)
      .filter(({ annotations }) => annotations.length > 0),
  );
  const { slots, elements } = alignTiers(tiers);
  return writeXml(
    element('ANNOTATION_DOCUMENT', documentAttributes(scene), [
      element('HEADER', { TIME_UNITS: 'milliseconds' }, [
        ...mediaOf(scene),
        element('PROPERTY', { NAME: 'session' }, scene.sessionId),
        element('PROPERTY', { NAME: 'sessionStartedAt' }, instantOf(scene, 0)),
        element('PROPERTY', { NAME: 'programme' }, `${scene.program.id} ${scene.program.version}`),
        ...exportedAgreements(scene).map((one, index) => {
          const text = agreementText(one, scene);
          return element('PROPERTY', { NAME: `agreement ${index + 1}` }, plainLine(text));
        }),
      ]),
      element('TIME_ORDER', {}, slots),
      ...elements,
      element('LINGUISTIC_TYPE', { ...TYPE, LINGUISTIC_TYPE_ID: 'code', CONTROLLED_VOCABULARY_REF: VOCABULARY }),
      element('LINGUISTIC_TYPE', { ...TYPE, LINGUISTIC_TYPE_ID: 'note' }),
      element('LANGUAGE', ENGLISH),
      vocabularyOf(scene.program),
    ]),
  );
}

/** The recording's file next to the document runs in session time like the annotations, so its origin is 0. */
function mediaOf(scene: ExportScene): readonly Xml[] {
  const { recording } = scene;
  if (recording === undefined) return [];
  const name = recordingFileName(scene);
  const hasPicture = recording.tracks.some(({ track }) => track === 'room-video');
  return [
    element('MEDIA_DESCRIPTOR', {
      MEDIA_URL: `file:///${name}`,
      RELATIVE_MEDIA_URL: `./${name}`,
      MIME_TYPE: hasPicture ? 'video/webm' : 'audio/webm',
      TIME_ORIGIN: '0',
    }),
  ];
}

function documentAttributes(scene: ExportScene) {
  return {
    AUTHOR: 'Earshot',
    DATE: exportInstant(scene),
    FORMAT: '3.0',
    VERSION: '3.0',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:noNamespaceSchemaLocation': 'http://www.mpi.nl/tools/elan/EAFv3.0.xsd',
  };
}

const TYPE = { GRAPHIC_REFERENCES: 'false', TIME_ALIGNABLE: 'true' };
const ENGLISH = { LANG_ID: 'eng', LANG_DEF: 'http://cdb.iso.org/lg/CDB-00138502-001', LANG_LABEL: 'English (eng)' };

function vocabularyOf({ name: title, codes }: Program): Xml {
  return element('CONTROLLED_VOCABULARY', { CV_ID: VOCABULARY }, [
    element('DESCRIPTION', { LANG_REF: 'eng' }, plainLine(title)),
    ...codes.map(({ code, name }) =>
      element('CV_ENTRY_ML', { CVE_ID: `cve-${code}` }, [
        element('CVE_VALUE', { LANG_REF: 'eng', DESCRIPTION: plainLine(name) }, code),
      ]),
    ),
  ]);
}

function alignTiers(tiers: readonly Tier[]): { readonly slots: readonly Xml[]; readonly elements: readonly Xml[] } {
  const slots: Xml[] = [];
  const slotAt = (time: number): string => {
    const id = `ts${slots.length + 1}`;
    slots.push(element('TIME_SLOT', { TIME_SLOT_ID: id, TIME_VALUE: time }));
    return id;
  };
  const elements = tiers.map(({ name, participant, annotator, type, annotations }) =>
    element(
      'TIER',
      {
        LINGUISTIC_TYPE_REF: type,
        TIER_ID: name,
        ...(participant !== '' && { PARTICIPANT: participant }),
        ...(annotator !== '' && { ANNOTATOR: annotator }),
      },
      annotations.map(({ from, to, value }) => {
        const [start, end] = [slotAt(from), slotAt(to)];
        const aligned = { ANNOTATION_ID: `a${slots.length / 2}`, TIME_SLOT_REF1: start, TIME_SLOT_REF2: end };
        const said = element('ANNOTATION_VALUE', {}, plainLine(value));
        return element('ANNOTATION', {}, [element('ALIGNABLE_ANNOTATION', aligned, [said])]);
      }),
    ),
  );
  return { slots, elements };
}

function tiersOf(scene: ExportScene): readonly Tier[] {
  const { state } = scene;
  const end = closedAt(state);
  const subjects = [...subjectNames(scene)];
  const byRecord = exportedRecords(scene).flatMap(({ of, title, coder, codes }) =>
    subjects.flatMap(([caregiverId, caregiver]) => {
      const own = codes.filter((code) => code.caregiverId === caregiverId);
      const tier = (what: string, type: Tier['type'], annotations: readonly Annotation[]): Tier => {
        const who = { participant: caregiver, annotator: coder?.name ?? '' };
        return { name: `${title} / ${caregiver} / ${what}`, ...who, type, annotations };
      };
      return [
        ...STREAMS.map((stream) =>
          tier(stream, 'code', own.filter((code) => code.stream === stream).map(annotationOf)),
        ),
        tier(OUTSIDE_WORDS, 'note', own.filter(({ outside }) => outside).map(annotationOf)),
        tier(INTERRUPTED_WORDS, 'note', own.filter(({ isVoid }) => isVoid).map(annotationOf)),
        ...(of === 'given'
          ? [tier('review', 'note', own.filter(({ reason }) => reason !== null).map(reviewNote))]
          : []),
        ...(of === 'reviewed' ? [tier('added', 'note', own.filter(({ added }) => added).map(reviewNote))] : []),
      ];
    }),
  );
  const note = (name: string, annotations: readonly Annotation[], participant = ''): Tier => {
    return { name, participant, annotator: '', type: 'note', annotations };
  };
  return [
    ...byRecord,
    ...subjects.map(([caregiverId, name]) =>
      note(
        `${WINDOWS_TITLE} / ${name}`,
        state.windows
          .filter((window) => window.caregiverId === caregiverId)
          .flatMap((window) => spansUntil(window, end).map(([from, to]) => annotation(from, to, window.kind))),
        name,
      ),
    ),
    note(
      'Phases',
      state.phases.map(({ phase, since }, index) => annotation(since, state.phases[index + 1]?.since ?? since, phase)),
    ),
    note(
      'Gaps',
      state.gaps.filter(isLong).map((gap) => annotation(gap.from, gap.to ?? end, gapWords([gapCausesIn(state, gap)]))),
    ),
    note(
      'Time-out',
      contraindicationRemarks(scene).map(({ at, until, text }) => annotation(at, until, text)),
    ),
    note(
      'Notes',
      sessionNotes(scene).map(({ at, author, text }) =>
        annotation(at, at + CODE_MS, `${nameOf(state, author)}: ${text}`),
      ),
    ),
    note(
      'Prompts',
      state.prompts.map(({ sentAt, text }) => annotation(sentAt, sentAt + CODE_MS, text)),
    ),
    note(
      'Utterances',
      state.review.utterances.map(({ heardAt, speaker, text }) =>
        annotation(heardAt, heardAt + CODE_MS, `${speaker}: ${text}`),
      ),
    ),
  ];
}

function annotationOf({ at, code }: ExportedCode): Annotation {
  return annotation(at, at + CODE_MS, code);
}

function reviewNote({ at, given, standing, stands, added, reason }: RecordedCode): Annotation {
  const what = added ? `${given} added` : `${given} → ${stands ? standing : '–'}`;
  return annotation(at, at + CODE_MS, `${what}: ${reason ?? ''}`);
}

function annotation(from: number, to: number, value: string): Annotation {
  return { from: Math.round(from), to: Math.max(Math.round(to), Math.round(from) + 1), value };
}

/** Annotations of one tier cannot overlap: each ends where the next begins, and one in the same ms changes tier. */
function withoutOverlaps(tier: Tier): readonly Tier[] {
  const lanes: Annotation[][] = [];
  for (const annotation of tier.annotations.toSorted((one, other) => one.from - other.from)) {
    const lane = lanes.find((one) => (one.at(-1)?.from ?? -1) < annotation.from);
    if (lane === undefined) lanes.push([annotation]);
    else lane.push(annotation);
  }
  return lanes.map((lane, index) => ({
    ...tier,
    name: index === 0 ? tier.name : `${tier.name} ${index + 1}`,
    annotations: lane.map((one, place) => ({ ...one, to: Math.min(one.to, lane[place + 1]?.from ?? one.to) })),
  }));
}

/** Tiers are identified by name, and two people can have the same name. */
function distinctNames(tiers: readonly Tier[]): readonly Tier[] {
  const names = distinct(tiers.map(({ name }) => plainLine(name).trim() || '–'));
  return tiers.map((tier, index) => ({
    ...tier,
    name: names[index] ?? tier.name,
    participant: plainLine(tier.participant),
    annotator: plainLine(tier.annotator),
  }));
}
