import fc from 'fast-check';
import { z } from 'zod';
import { clinicDay } from '#shared/domain/clinicDay.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Ids that mean something to the server, for a generator to choose from. */
export type KnownIds = readonly string[];

const MOST_ITEMS = 3;
const A_DAY_MS = 86_400_000;

/** Values that a schema accepts, or nearly: patterns are not followed. Half of all ids are known ones. */
export function ofSchema(schema: z.ZodType, known: KnownIds): fc.Arbitrary<unknown> {
  return ofJsonSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), known);
}

function ofJsonSchema(schema: JsonSchema, known: KnownIds): fc.Arbitrary<unknown> {
  const inner = (one: z.core.JSONSchema._JSONSchema) =>
    typeof one === 'boolean' ? fc.jsonValue() : ofJsonSchema(one, known);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(inner));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return anObject(schema, inner);
    case 'array': {
      const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
      return fc.array(inner(items ?? true), { minLength: schema.minItems ?? 0, maxLength: MOST_ITEMS });
    }
    case 'string':
      return aString(schema, known);
    case 'integer':
      return fc.integer(boundsOf(schema));
    case 'number': {
      const { min, max } = boundsOf(schema);
      return fc.double({ min, max, noNaN: true });
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function anObject(
  { properties = {}, required = [] }: JsonSchema,
  inner: (one: z.core.JSONSchema._JSONSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, one]) => [name, inner(one)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

function aString({ format, maxLength = 60 }: JsonSchema, known: KnownIds): fc.Arbitrary<string> {
  const aDate = fc.nat(400).map((days) => new Date(Date.now() + (days - 200) * A_DAY_MS).toISOString());
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...known), fc.uuid());
  if (format === 'date') return aDate.map((text) => clinicDay(text, 'UTC'));
  if (format === 'date-time') return aDate;
  return fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 200) }));
}

function boundsOf({ minimum = -1e6, maximum = 1e9 }: JsonSchema) {
  return { min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) };
}
