import fc from 'fast-check';

const LONGEST = 70_000;
const DEEPEST = 2_000;

/** Values that broke servers before: of other kinds, of odd sizes, and such as mean something elsewhere. */
const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, 0, -1, 1e308, 2 ** 53, 0.1, '', ' ', '\u0000', '\ud800', '\u202e', '__proto__', 'constructor'],
    ...['../../etc/passwd', '%00', '0000-01-01', '9999-12-31T23:59:59.999Z', "'; drop table facts; --", '<script>'],
    ...[[], {}, [[]], { toString: 1 }, { _placeholder: true, num: 0 }, { type: 'Buffer', data: [1] }],
    JSON.parse('{"__proto__": {"role": "admin"}}'),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const HUGE: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: 1_000, max: LONGEST }).map((length) => 'é'.repeat(length / 2)),
  fc.integer({ min: 100, max: DEEPEST }).map(nested),
  fc.integer({ min: 100, max: DEEPEST }).map((length) => Array.from({ length }, () => ({}))),
);

type Change = (value: unknown, at: number, hostile: unknown) => unknown;

/** What may happen to a value. */
const CHANGES: readonly Change[] = [
  (value) => value,
  (_value, _at, hostile) => hostile,
  (value, at, hostile) => changedInside(value, at, hostile),
  (value, at) => changedInside(value, at, undefined),
  (value, at, hostile) => (isRecord(value) ? { ...value, [String(at)]: hostile } : [value, hostile]),
];

/** A value with a part of it replaced, removed or added, or as it was. */
export function spoiled(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const hostile = fc.oneof({ weight: 60, arbitrary: HOSTILE }, { weight: 1, arbitrary: HUGE });
  return fc
    .tuple(valid, hostile, fc.nat(), fc.constantFrom(...CHANGES))
    .map(([value, other, at, change]) => change(value, at, other));
}

/** A text with characters lost, changed or doubled, or as it was. */
export function spoiledText(valid: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const other = fc.string({ unit: 'binary', maxLength: 4 });
  return fc.tuple(valid, fc.nat(), other, fc.nat(5)).map(([text, at, inserted, how]) => {
    const cut = text.length === 0 ? 0 : at % text.length;
    if (how === 0) return text.slice(0, cut);
    if (how === 1) return text.slice(0, cut) + inserted + text.slice(cut + 1);
    if (how === 2) return text.slice(0, cut) + text;
    return text;
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Goes down a path that the number decides, and puts something else at its end. */
function changedInside(value: unknown, at: number, other: unknown): unknown {
  if (!isRecord(value)) return other;
  const keys = Object.keys(value);
  const key = keys[at % keys.length];
  if (key === undefined) return other;
  return { ...value, [key]: changedInside(value[key], Math.floor(at / keys.length), other) };
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
