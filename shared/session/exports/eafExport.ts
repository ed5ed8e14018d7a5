import { XMLBuilder } from 'fast-xml-parser';
import { spansUntil } from '#shared/domain/codingWindow.ts';
import { STREAMS } from '#shared/domain/programmes/programme.ts';
import { type ExportedCode, exportedCoders, exportedCodes } from './exportedCodes.ts';
import { closedAt, type ExportScene } from './exportScene.ts';
import { distinct } from './distinct.ts';
import { plainLine } from './plainLine.ts';

/** One annotation of a tier: a stretch `[from, to)` of session time in ms, and what it says. */
type Annotation = { readonly from: number; readonly to: number; readonly value: string };
type Tier = {
  readonly name: string;
  readonly participant: string;
  readonly annotator: string;
  readonly type: 'code' | 'note';
  readonly annotations: readonly Annotation[];
};

/** How long a code is as an annotation, in ms, unless the next of its tier comes sooner: ELAN knows no points in time. */
const CODE_MS = 500;
const VOCABULARY = 'codes';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });

/**
 * The session as an ELAN document (EAF 3.0): for each coder and stream a tier whose values are from the programme's codes,
 * beside it what was undone and what a review changed, then windows, phases, gaps, prompts and utterances.
 */
export function eafExport(scene: ExportScene): string {
  const { state, programme } = scene;
  const tiers = distinctNames(
    tiersOf(scene)
      .flatMap(withoutOverlaps)
      .filter(({ annotations }) => annotations.length > 0),
  );
  const slots = tiers.flatMap(({ annotations }) => annotations.flatMap(({ from, to }) => [from, to]));
  let slot = 0;
  let annotation = 0;
  const root = {
    '@_AUTHOR': 'Earshot',
    '@_DATE': scene.exportedAt,
    '@_FORMAT': '3.0',
    '@_VERSION': '3.0',
    '@_xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    '@_xsi:noNamespaceSchemaLocation': 'http://www.mpi.nl/tools/elan/EAFv3.0.xsd',
    HEADER: {
      '@_TIME_UNITS': 'milliseconds',
      PROPERTY: [
        { '@_NAME': 'session', '#text': scene.sessionId },
        { '@_NAME': 'sessionStartedAt', '#text': state.startedAt },
        { '@_NAME': 'programme', '#text': `${programme.id} ${programme.version}` },
      ],
    },
    TIME_ORDER: {
      TIME_SLOT: slots.map((time, index) => ({ '@_TIME_SLOT_ID': `ts${index + 1}`, '@_TIME_VALUE': time })),
    },
    TIER: tiers.map(({ name, participant, annotator, type, annotations }) => ({
      '@_LINGUISTIC_TYPE_REF': type,
      '@_TIER_ID': name,
      ...(participant !== '' && { '@_PARTICIPANT': participant }),
      ...(annotator !== '' && { '@_ANNOTATOR': annotator }),
      ANNOTATION: annotations.map(({ value }) => ({
        ALIGNABLE_ANNOTATION: {
          '@_ANNOTATION_ID': `a${(annotation += 1)}`,
          '@_TIME_SLOT_REF1': `ts${(slot += 1)}`,
          '@_TIME_SLOT_REF2': `ts${(slot += 1)}`,
          ANNOTATION_VALUE: plainLine(value),
        },
      })),
    })),
    LINGUISTIC_TYPE: [
      { ...LINGUISTIC_TYPE, '@_LINGUISTIC_TYPE_ID': 'code', '@_CONTROLLED_VOCABULARY_REF': VOCABULARY },
      { ...LINGUISTIC_TYPE, '@_LINGUISTIC_TYPE_ID': 'note' },
    ],
    LANGUAGE: {
      '@_LANG_ID': 'eng',
      '@_LANG_DEF': 'http://cdb.iso.org/lg/CDB-00138502-001',
      '@_LANG_LABEL': 'English (eng)',
    },
    CONTROLLED_VOCABULARY: {
      '@_CV_ID': VOCABULARY,
      DESCRIPTION: { '@_LANG_REF': 'eng', '#text': plainLine(programme.name) },
      CV_ENTRY_ML: programme.codes.map(({ code, name }) => ({
        '@_CVE_ID': `cve-${code}`,
        CVE_VALUE: { '@_LANG_REF': 'eng', '@_DESCRIPTION': plainLine(name), '#text': code },
      })),
    },
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ ANNOTATION_DOCUMENT: root })}`;
}

const LINGUISTIC_TYPE = { '@_GRAPHIC_REFERENCES': 'false', '@_TIME_ALIGNABLE': 'true' };

function tiersOf(scene: ExportScene): readonly Tier[] {
  const { state } = scene;
  const end = closedAt(state);
  const codes = exportedCodes(scene);
  const byCoder = exportedCoders(state).flatMap(({ recordId, name, source }) =>
    state.caregivers.flatMap(({ caregiverId, name: caregiver }) => {
      const own = codes.filter((code) => code.coder.recordId === recordId && code.caregiverId === caregiverId);
      const title = [name, ...(source === 'live' ? [] : [source]), caregiver].join(' / ');
      const tier = (of: string, type: Tier['type'], annotations: readonly Annotation[]): Tier => {
        return { name: `${title} / ${of}`, participant: caregiver, annotator: name, type, annotations };
      };
      return [
        ...STREAMS.map((stream) =>
          tier(stream, 'code', own.filter((code) => code.stands && code.stream === stream).map(annotationOf)),
        ),
        tier('taken back', 'code', own.filter(({ stands }) => !stands).map(annotationOf)),
        tier('review', 'note', own.filter(({ reason }) => reason !== null).map(reviewNote)),
      ];
    }),
  );
  const note = (name: string, annotations: readonly Annotation[]): Tier => {
    return { name, participant: '', annotator: '', type: 'note', annotations };
  };
  return [
    ...byCoder,
    ...state.caregivers.map(({ caregiverId, name }) =>
      note(
        `Windows / ${name}`,
        state.windows
          .filter((window) => window.caregiverId === caregiverId)
          .flatMap((window) => spansUntil(window, end).map(([from, to]) => stretch(from, to, window.kind))),
      ),
    ),
    note(
      'Phases',
      state.phases.map(({ phase, since }, index) => stretch(since, state.phases[index + 1]?.since ?? since, phase)),
    ),
    note(
      'Gaps',
      state.gaps.map(({ from, to }) => stretch(from, to ?? end, 'gap')),
    ),
    note(
      'Prompts',
      state.prompts.map(({ sentAt, text }) => stretch(sentAt, sentAt + CODE_MS, text)),
    ),
    note(
      'Utterances',
      state.review.utterances.map(({ heardAt, speaker, text }) =>
        stretch(heardAt, heardAt + CODE_MS, `${speaker}: ${text}`),
      ),
    ),
  ];
}

function annotationOf({ at, code }: ExportedCode): Annotation {
  return stretch(at, at + CODE_MS, code);
}

function reviewNote({ at, given, code, stands, added, reason }: ExportedCode): Annotation {
  const what = added ? `${code} added` : `${given} → ${stands ? code : '–'}`;
  return stretch(at, at + CODE_MS, `${what}: ${reason ?? ''}`);
}

function stretch(from: number, to: number, value: string): Annotation {
  return { from: Math.round(from), to: Math.max(Math.round(to), Math.round(from) + 1), value };
}

/** What overlaps cannot stand in one tier: each annotation ends where the next begins, and one of the same ms moves over. */
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

/** Tiers are told apart by name, and two people may have the same. */
function distinctNames(tiers: readonly Tier[]): readonly Tier[] {
  const names = distinct(tiers.map(({ name }) => plainLine(name).trim() || '–'));
  return tiers.map((tier, index) => ({
    ...tier,
    name: names[index] ?? tier.name,
    participant: plainLine(tier.participant),
    annotator: plainLine(tier.annotator),
  }));
}
