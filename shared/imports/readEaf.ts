import { z } from 'zod';
import { SessionId } from '#shared/protocol/ids.ts';
import { ok, type Reply } from '#shared/protocol/reply.ts';
import { STREAMS } from '#shared/domain/programs/program.ts';
import { WINDOWS_TITLE } from '#shared/exports/recordTitle.ts';
import {
  type CodedFile,
  type FileEvent,
  type FileRecord,
  type FileSpan,
  fileWord,
  isMoment,
  MAX_EVENTS,
  NOTHING_CODED,
  refuse,
  TOO_MANY,
} from './codedFile.ts';
import { fileRecords } from './fileRecords.ts';
import { readXml, xmlText } from './readXml.ts';
import { type SlotTimes, slotTimes } from './slotTimes.ts';

const Text = z.string().transform(xmlText);
/** An element with a text and maybe attributes. An empty element is an empty text. */
const Value = z.union([Text, z.object({ '#text': Text.default('') }).transform((element) => element['#text'])]);
/** A list of elements, each an object. Spaces between elements are ignored. */
const listOf = <S extends z.ZodType>(element: S) => z.array(element).default([]);

const Annotation = z.object({
  ALIGNABLE_ANNOTATION: z
    .object({
      '@_ANNOTATION_ID': Text,
      '@_TIME_SLOT_REF1': Text,
      '@_TIME_SLOT_REF2': Text,
      ANNOTATION_VALUE: Value.default(''),
    })
    .optional(),
  REF_ANNOTATION: z
    .object({ '@_ANNOTATION_ID': Text, '@_ANNOTATION_REF': Text, ANNOTATION_VALUE: Value.default('') })
    .optional(),
});
const Tier = z.object({
  '@_TIER_ID': Text,
  '@_LINGUISTIC_TYPE_REF': Text.default(''),
  '@_PARTICIPANT': Text.default(''),
  '@_ANNOTATOR': Text.default(''),
  ANNOTATION: listOf(Annotation),
});
const TimeOrder = z.object({
  TIME_SLOT: listOf(z.object({ '@_TIME_SLOT_ID': Text, '@_TIME_VALUE': Text.optional() })),
});
const Header = z.object({
  '@_TIME_UNITS': Text.default('milliseconds'),
  PROPERTY: listOf(z.union([Text, z.object({ '@_NAME': Text.optional(), '#text': Text.default('') })])),
});
const Document = z.object({
  ANNOTATION_DOCUMENT: z.object({
    HEADER: z.union([Header, z.literal('').transform(() => Header.parse({}))]).prefault({}),
    TIME_ORDER: z.union([TimeOrder, Text.transform(() => TimeOrder.parse({}))]).prefault({}),
    TIER: z.array(z.union([Tier, z.literal('').transform(() => null)])).default([]),
  }),
});
type Tier = z.infer<typeof Tier>;

const LISTS = ['PROPERTY', 'TIME_SLOT', 'TIER', 'ANNOTATION'];

/**
 * A document of ELAN (EAF 2.7 to 3.0). The tiers of one annotator are a record, and each annotation is an event at its
 * start. A reference to another annotation has that one's time. Tiers of our own exports are joined again.
 */
export function readEaf(text: string): Reply<CodedFile> {
  const xml = readXml(text, LISTS);
  if (!xml.ok) return xml;
  const parsed = Document.safeParse(xml.value);
  if (!parsed.success) return refuse('is not a readable document of ELAN.');
  const { HEADER: header, TIME_ORDER: order, TIER } = parsed.data.ANNOTATION_DOCUMENT;
  if (header['@_TIME_UNITS'] !== 'milliseconds') return refuse('does not count time in milliseconds.');
  const tiers = TIER.filter((tier) => tier !== null);
  if (tiers.reduce((sum, { ANNOTATION: all }) => sum + all.length, 0) > MAX_EVENTS) return TOO_MANY;
  const fault = faultOf(order.TIME_SLOT, tiers);
  if (fault !== undefined) return fault;
  const slots = slotTimes(
    order.TIME_SLOT.map(({ '@_TIME_SLOT_ID': id, '@_TIME_VALUE': time }) => [
      id,
      time === undefined ? time : Number(time),
    ]),
  );
  const timed = timedTiers(tiers, slots);
  if (!timed.ok) return timed;

  const property = header.PROPERTY.map((one) => (typeof one === 'string' ? undefined : one)).find(
    (one) => one?.['@_NAME'] === 'session',
  )?.['#text'];
  const sessionId = SessionId.safeParse(property).data;
  const windows = sessionId === undefined ? [] : timed.value.flatMap(windowsOf);
  const records = recordsOf(timed.value, sessionId !== undefined);
  if (records.length === 0) return NOTHING_CODED;
  return ok({ format: 'eaf', sessionId, records, windows });
}

/** ELAN writes only whole milliseconds. Anything else is not a time, even if a number could be read from it. */
const WHOLE_MS = /^[0-9]{1,15}$/u;

/** What makes a document's times unreliable: an invalid time, or an id that is used twice. */
function faultOf(slots: z.infer<typeof TimeOrder>['TIME_SLOT'], tiers: readonly Tier[]): Reply<never> | undefined {
  const timeless = slots.find(({ '@_TIME_VALUE': time }) => time !== undefined && !WHOLE_MS.test(time));
  if (timeless) {
    return refuse(
      `has a time that is not a whole number of milliseconds, in the slot “${fileWord(timeless['@_TIME_SLOT_ID'])}”.`,
    );
  }
  const slot = firstDuplicate(slots.map((one) => one['@_TIME_SLOT_ID']));
  if (slot !== undefined) return refuse(`has two time slots with the id “${fileWord(slot)}”.`);
  const annotation = firstDuplicate(
    tiers.flatMap((tier) =>
      tier.ANNOTATION.flatMap((one) => (one.ALIGNABLE_ANNOTATION ?? one.REF_ANNOTATION)?.['@_ANNOTATION_ID'] ?? []),
    ),
  );
  return annotation === undefined ? undefined : refuse(`has two annotations with the id “${fileWord(annotation)}”.`);
}

function firstDuplicate(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

type Timed = { readonly at: number; readonly to: number; readonly value: string };
type TimedTier = { readonly tier: Tier; readonly annotations: readonly Timed[] };

function timedTiers(tiers: readonly Tier[], slots: SlotTimes): Reply<readonly TimedTier[]> {
  const refs = new Map<string, string>();
  const spans = new Map<string, readonly [number, number]>();
  for (const { ANNOTATION_ID, ref, span } of tiers.flatMap((tier) => tier.ANNOTATION.map(placeOf(slots)))) {
    if (ref !== undefined) refs.set(ANNOTATION_ID, ref);
    if (span !== undefined) spans.set(ANNOTATION_ID, span);
  }
  /** Follows at most as many references as there are, because they could form a circle. */
  const spanOf = (id: string): readonly [number, number] | undefined => {
    let own: string | undefined = id;
    for (let steps = 0; own !== undefined && steps < MAX_REFERENCES; steps += 1) {
      const span = spans.get(own);
      if (span !== undefined) return span;
      own = refs.get(own);
    }
    return undefined;
  };
  const timed: TimedTier[] = [];
  for (const tier of tiers) {
    const annotations: Timed[] = [];
    for (const annotation of tier.ANNOTATION) {
      const one = annotation.ALIGNABLE_ANNOTATION ?? annotation.REF_ANNOTATION;
      if (one === undefined) continue;
      const span = spanOf(one['@_ANNOTATION_ID']);
      if (!span?.every(isMoment)) {
        return refuse(`has an annotation without a time, in the tier “${fileWord(tier['@_TIER_ID'])}”.`);
      }
      annotations.push({ at: Math.round(span[0]), to: Math.round(span[1]), value: one.ANNOTATION_VALUE });
    }
    timed.push({ tier, annotations });
  }
  return ok(timed);
}

/** A tier refers to its parent's annotations, and tiers are rarely nested deeply. */
const MAX_REFERENCES = 20;

function placeOf(slots: SlotTimes) {
  return ({ ALIGNABLE_ANNOTATION: aligned, REF_ANNOTATION: reference }: z.infer<typeof Annotation>) => {
    if (aligned === undefined) {
      return { ANNOTATION_ID: reference?.['@_ANNOTATION_ID'] ?? '', ref: reference?.['@_ANNOTATION_REF'] };
    }
    const [from, to] = [slots.get(aligned['@_TIME_SLOT_REF1']), slots.get(aligned['@_TIME_SLOT_REF2'])];
    const span = from === undefined || to === undefined ? undefined : ([from, to] as const);
    return { ANNOTATION_ID: aligned['@_ANNOTATION_ID'], span };
  };
}

/** The windows of our own exports: a tier for each caregiver. */
function windowsOf({ tier, annotations }: TimedTier): readonly FileSpan[] {
  const subject = fileWord(tier['@_PARTICIPANT']);
  if (!tier['@_TIER_ID'].startsWith(`${WINDOWS_TITLE} / `)) return [];
  return annotations.map(({ at, to, value }) => ({ subject, kind: fileWord(value), from: at, to }));
}

function recordsOf(tiers: readonly TimedTier[], isOurs: boolean): readonly FileRecord[] {
  return fileRecords(
    tiers
      // In our own exports, notes are words next to the codes.
      .filter(({ tier }) => !(isOurs && tier['@_LINGUISTIC_TYPE_REF'] === 'note'))
      .map(({ tier, annotations }) => {
        const own = ownPlace(tier);
        const from = own?.stream ?? fileWord(tier['@_TIER_ID']);
        const subject = fileWord(tier['@_PARTICIPANT']);
        const coder = fileWord(tier['@_ANNOTATOR']);
        const events = annotations.map(({ at, value }): FileEvent => {
          return { at, subject, from, value: fileWord(value), retracted: false };
        });
        return { title: own?.title ?? (coder || NO_ANNOTATOR), coder, events };
      }),
  );
}

const NO_ANNOTATOR = 'Tiers without an annotator';
const STREAM_TIER = new RegExp(`^(?<stream>${STREAMS.join('|')})(?: \\d+)?(?: \\(\\d+\\))?$`, 'u');

/** The record and the stream of a tier from our own exports. Its name consists of record, caregiver and stream. */
function ownPlace(tier: Tier): { readonly title: string; readonly stream: string } | undefined {
  const between = ` / ${tier['@_PARTICIPANT']} / `;
  const place = tier['@_TIER_ID'].lastIndexOf(between);
  if (place <= 0) return undefined;
  const stream = STREAM_TIER.exec(tier['@_TIER_ID'].slice(place + between.length))?.groups?.['stream'];
  return stream === undefined ? undefined : { title: tier['@_TIER_ID'].slice(0, place), stream };
}
