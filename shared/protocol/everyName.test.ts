import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ImportMap } from '#shared/imports/importMap.ts';
import { commands, notices } from './contract.ts';
import type { Route } from './http/route.ts';
import { ROUTES } from './http/routes.ts';

/** A name or a label on the wire, in a log or in an imported file. */
type Field = {
  readonly path: string;
  readonly schema: z.ZodString;
  /**
   * Part of a request, so an invisible name is refused. Everywhere else the name is already stored, and refuses
   * nothing.
   */
  readonly isAsked: boolean;
};

const NAME_KEY = /^(?:name|title|label|words|coder|against|madeBy|changedBy|signedBy)$|(?:Name|Names|Initials)$/u;
/** Fields whose text names a prompt, an item of a checklist or a problem. */
const LABEL_PATH =
  /(?:[eE]dits\.(?:prompts|checklists\.items)|FamilyEntry|family:enter\.body|FamilyFact\.entry)\.text$/u;
/** Fields that sound like names and are not: file names, ids of records, numbers of words. */
const NO_NAME =
  /(?:^|\.)(?:fileName|NewExport\.coder|exports:make\.body\.coder|PracticeQuery\.coder|attempts:list\.query\.coder|(?:SpeechStatus|speech:\w+\.answer)\.words)$/u;
/** Fields that may be empty. */
const MAY_BE_EMPTY = /(?:childInitials|emergencyName|(?:ReviewEntry|review:write\.body)\.label|ImportMap\.coder)$/u;

/** Every schema that `shared/protocol` exports, the socket's inputs, outputs and notices, and those of each route. */
async function everySchema(): Promise<readonly (readonly [string, z.ZodType])[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[\w/]+\.ts$/u.test(file),
  );
  const modules = await Promise.all(files.map(async (file): Promise<object> => import(`./${file}`) as Promise<object>));
  const exported: (readonly [string, unknown])[] = modules.flatMap((module) => Object.entries(module));
  const socket = Object.entries(commands).flatMap(([name, { input, output }]) => [
    [`${name}.input`, input] as const,
    [`${name}.output`, output] as const,
  ]);
  const http = Object.entries<Route>(ROUTES).flatMap(([name, { query, body, answer }]) => [
    [`${name}.query`, query] as const,
    [`${name}.body`, body] as const,
    [`${name}.answer`, answer] as const,
  ]);
  return [...exported, ...socket, ...http, ...Object.entries(notices), ['ImportMap', ImportMap] as const].flatMap(
    ([name, value]) => (value instanceof z.ZodType ? [[name, value] as const] : []),
  );
}

function fieldsOf(path: string, schema: unknown, key = '', isAsked?: boolean): readonly Field[] {
  const inside = (inner: unknown) => fieldsOf(path, inner, key, isAsked);
  if (schema instanceof z.ZodObject) {
    // A request is strict at its top level or is a new thing; everything inside it is requested too.
    const asked = isAsked ?? (schema.def.catchall instanceof z.ZodNever || path.startsWith('New'));
    const shape: Readonly<Record<string, unknown>> = schema.shape;
    return Object.entries(shape).flatMap(([name, inner]) => fieldsOf(`${path}.${name}`, inner, name, asked));
  }
  if (schema instanceof z.ZodArray) return inside(schema.element);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(inside);
  if (schema instanceof z.ZodIntersection) return [schema.def.left, schema.def.right].flatMap(inside);
  if (schema instanceof z.ZodRecord) return inside(schema.valueType);
  if (schema instanceof z.ZodTuple) return schema.def.items.flatMap(inside);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodReadonly
  ) {
    return inside(schema.unwrap());
  }
  const isName = (NAME_KEY.test(key) || LABEL_PATH.test(path)) && !NO_NAME.test(path);
  return isName && schema instanceof z.ZodString ? [{ path, schema, isAsked: isAsked ?? false }] : [];
}

function faultsOf({ path, schema, isAsked }: Field): readonly string[] {
  const read = (text: string) => schema.safeParse(text).data;
  const seen = ['e\u0301', '\u202eabc', ' a\u200bb '].map(read);
  const unseen = ['', ' ', '\u200b', '\u202e', '\u3164'].map(read);
  const isRefused = isAsked && !MAY_BE_EMPTY.test(path);
  return [
    ...(JSON.stringify(seen) === '["é","abc","ab"]' ? [] : [`${path} keeps ${JSON.stringify(seen)}`]),
    ...unseen
      .filter((name) => (isRefused ? name !== undefined : name !== '' && name !== '–'))
      .map((name) => `${path} ${name === undefined ? 'refuses' : 'takes'} what cannot be seen`),
  ];
}

const schemas = await everySchema();
const fields = schemas.flatMap(([name, schema]) => fieldsOf(name, schema));

test('names are found in requests over HTTP and the socket, in facts and in imports', () => {
  const paths = fields.map(({ path }) => path);
  for (const path of [
    'NewAccount.name',
    'NewFamily.caregiverNames',
    'NewFamily.childInitials',
    'NewClinicProgram.edits.localGoals.label',
    'FirstAdmin.clinic.name',
    'SafetySheet.emergencyName',
    'FamilyEntry.words',
    'FamilyEntry.text',
    'NewEdits.prompts.text',
    'ReviewEntry.label',
    'Fact.coderName',
    'Fact.caregivers.name',
    'FamilyFact.by.name',
    'ImportMap.coder',
    'session:join.output.self.name',
    'people:invite.body.name',
    'clinic:read.answer.clinic.name',
    'session:self.name',
  ]) {
    expect(paths).toContain(path);
  }
});

test('every name is cleaned; an invisible one is refused where it is typed, and accepted where it is already stored', () => {
  expect(fields.flatMap(faultsOf)).toEqual([]);
});
