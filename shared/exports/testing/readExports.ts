import { XMLParser } from 'fast-xml-parser';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import Papa from 'papaparse';
import { WebVTTParser } from 'webvtt-parser';
import { z } from 'zod';
import { EAF_SCHEMA } from './eafSchema.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { textExport, type TextFormat } from '../textExport.ts';

/**
 * For tests: what other programs read from our exports, with one reader for each format that shares no code with our
 * writers.
 */

/** A code at a moment of session time, in ms. */
type ReadCode = { readonly at: number; readonly code: string };

/** An export as text. Throws if it cannot be made. */
export function made(format: TextFormat, scene: ExportScene): string {
  const text = textExport(format, scene);
  if (!text.ok) throw new Error(text.error.message);
  return text.value;
}

/** The rows of the table by column, with raw cells. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

/** Throws if a document breaks the schema. */
export function validateEaf(text: string): void {
  using schema = XmlDocument.fromString(EAF_SCHEMA);
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(text);
  validator.validate(document);
}

const Text = z.coerce.string();
const EafFile = z.object({
  ANNOTATION_DOCUMENT: z.object({
    HEADER: z.object({ PROPERTY: z.array(z.object({ '@_NAME': Text, '#text': Text })) }),
    TIME_ORDER: z.object({
      TIME_SLOT: z.array(z.object({ '@_TIME_SLOT_ID': Text, '@_TIME_VALUE': z.coerce.number() })),
    }),
    TIER: z.array(
      z.object({
        '@_TIER_ID': Text,
        '@_LINGUISTIC_TYPE_REF': Text,
        '@_PARTICIPANT': Text.default(''),
        '@_ANNOTATOR': Text.default(''),
        ANNOTATION: z.array(
          z.object({
            ALIGNABLE_ANNOTATION: z.object({
              '@_TIME_SLOT_REF1': Text,
              '@_TIME_SLOT_REF2': Text,
              ANNOTATION_VALUE: Text,
            }),
          }),
        ),
      }),
    ),
    LINGUISTIC_TYPE: z.array(z.object({ '@_LINGUISTIC_TYPE_ID': Text })),
  }),
});

/**
 * A document as pympi reads it: its properties, its types, and each tier with its people and its annotations by time
 * slot.
 */
export function readEafFile(text: string) {
  const lists = ['PROPERTY', 'TIER', 'ANNOTATION', 'LINGUISTIC_TYPE'];
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => lists.includes(name) });
  const { ANNOTATION_DOCUMENT: root } = EafFile.parse(parser.parse(text));
  const times = new Map(root.TIME_ORDER.TIME_SLOT.map((slot) => [slot['@_TIME_SLOT_ID'], slot['@_TIME_VALUE']]));
  const tiers = root.TIER.map((tier) => ({
    name: tier['@_TIER_ID'],
    participant: tier['@_PARTICIPANT'],
    annotator: tier['@_ANNOTATOR'],
    type: tier['@_LINGUISTIC_TYPE_REF'],
    annotations: tier.ANNOTATION.map(({ ALIGNABLE_ANNOTATION: one }) => ({
      at: times.get(one['@_TIME_SLOT_REF1']) ?? NaN,
      until: times.get(one['@_TIME_SLOT_REF2']) ?? NaN,
      code: one.ANNOTATION_VALUE,
    })),
  }));
  return {
    properties: new Map(root.HEADER.PROPERTY.map((one) => [one['@_NAME'], one['#text']])),
    types: root.LINGUISTIC_TYPE.map((type) => type['@_LINGUISTIC_TYPE_ID']),
    tiers,
  };
}

const BorisFile = z.object({
  project_format_version: z.literal('7.0'),
  behaviors_conf: z.record(z.string(), z.object({ code: z.string(), type: z.enum(['Point event', 'State event']) })),
  subjects_conf: z.record(z.string(), z.object({ name: z.string() })),
  observations: z.record(
    z.string(),
    z.object({
      type: z.enum(['LIVE', 'MEDIA']),
      description: z.string(),
      events: z.array(z.tuple([z.number(), z.string(), z.string(), z.string(), z.string()])),
    }),
  ),
});

/** A project as BORIS reads it: its behaviors, its subjects, and each observation with its events in ms. */
export function readBorisFile(text: string) {
  const { behaviors_conf: ethogram, subjects_conf: subjects, observations } = BorisFile.parse(JSON.parse(text));
  return {
    behaviors: new Map(Object.values(ethogram).map(({ code, type }) => [code, type])),
    subjects: Object.values(subjects).map(({ name }) => name),
    observations: Object.entries(observations).map(([name, { type, description, events }]) => ({
      name,
      type,
      description,
      events: events.map(([seconds, subject, code, , comment]) => {
        return { at: Math.round(seconds * 1_000), subject, code, comment };
      }),
    })),
  };
}

/** The comments of a file of SDIS, and its sequences with their timed codes. */
export function readSdisFile(text: string) {
  const comments = [...text.matchAll(/%([^%]*)%/gu)].map(([, said = '']) => said.trim());
  const rest = text.replaceAll(/%[^%]*%\n/gu, '');
  const [declaration, ...lines] = rest.trimEnd().split('\n');
  const sequences = lines
    .join('\n')
    .split('/')
    .slice(0, -1)
    .map((sequence) => ({
      text: sequence.trim(),
      codes: [...sequence.matchAll(/^(\w+),(\d+\.\d{3})$/gmu)].map(([, code = '', at]): ReadCode => {
        return { at: Math.round(Number(at) * 1_000), code };
      }),
    }));
  return { comments, declaration, sequences };
}

/** The cues from the parser of WebVTT's authors, and the notes, which that parser ignores. */
export function readVttFile(text: string) {
  const { cues, errors } = new WebVTTParser().parse(text, 'captions');
  const notes = text.split('\n\n').flatMap((block) => (block.startsWith('NOTE\n') ? [block.slice(5)] : []));
  return { cues, errors, notes };
}

/** One record in each format that keeps records apart: by coder and by title. */
export const RECORD_READERS = {
  boris: (text: string, title: string): readonly ReadCode[] =>
    readBorisFile(text).observations.find(({ name }) => name === title)?.events ?? [],
  eaf: (text: string, title: string): readonly ReadCode[] =>
    readEafFile(text)
      .tiers.filter(({ name, type }) => name.startsWith(`${title} / `) && type === 'code')
      .flatMap(({ annotations }) => annotations),
  sdis: (text: string, title: string): readonly ReadCode[] =>
    readSdisFile(text)
      .sequences.filter((sequence) => sequence.text.includes(` ${title.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `))
      .flatMap(({ codes }) => codes),
  csv: (text: string, title: string): readonly ReadCode[] =>
    readCsv(text)
      .filter(({ kind, added, undone }) => kind === 'code' && added === 'false' && undone === 'false')
      .filter(({ coder = '', source }) => title === `${coder}${source === 'recording' ? ' (recording)' : ''}, as given`)
      .map(({ at_ms: at, code_given: code = '' }) => ({ at: Number(at), code })),
};
