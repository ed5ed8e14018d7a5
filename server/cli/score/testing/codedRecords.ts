import fc from 'fast-check';
import type { PlainEvent, PlainWindow } from './naiveScore.ts';

/** For tests only: random records like those of a coder, of both kinds of window, with whole time-outs in them. */
export const PARENT = ['NTA', 'DC', 'IC', 'LP', 'UP', 'QU', 'IQ', 'DQ', 'RF', 'BD', 'TA'];
const CHILD = ['CO', 'NC', 'NOC'];
const STEPS = ['WARN', 'CHAIR', 'ESCAPE', 'ROOM', 'RELEASE', 'REDO', 'ACK', 'STOP'];

/** A code, and how long after the one before it came, in ms. */
type Timed = readonly [gap: number, code: string];
type Piece = fc.Arbitrary<readonly Timed[]>;

const SHORT = fc.constantFrom(0, 0, 800, 1_500, 2_500, 4_999, 5_000, 5_001, 30_000);
const anyCode = fc.constantFrom(...PARENT, ...CHILD, ...STEPS);
const slip: Piece = fc.tuple(SHORT, anyCode).map((timed) => [timed]);
/** Usually nothing happens between two steps, and sometimes any code. */
const seam: Piece = fc.oneof({ weight: 12, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: slip });

const step = (...codes: readonly string[]): Piece => fc.tuple(SHORT, fc.constantFrom(...codes)).map((timed) => [timed]);
const inOrder = (...pieces: readonly Piece[]): Piece =>
  fc.tuple(...pieces.flatMap((piece) => [piece, seam])).map((all) => all.flat());

/** What the parent does about compliance: usually praise, at once or after the child has finished. */
const praised: Piece = fc.oneof(
  { weight: 4, arbitrary: step('LP') },
  { weight: 2, arbitrary: inOrder(step('CO'), step('LP')) },
  inOrder(step('UP', 'BD', 'TA'), step('LP')),
  step('UP', 'TA', 'LP'),
  fc.constant([[30_000, 'CO'] as const, [5_000, 'LP'] as const]),
);

const HOLD = fc.constantFrom(20_000, 184_999, 185_000, 185_000, 185_000, 185_001, 240_000);
const release: Piece = HOLD.map((gap) => [[gap, 'RELEASE']]);
const left: Piece = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  fc.tuple(HOLD, fc.constantFrom('ESCAPE', 'CHAIR', 'ROOM')).map((timed) => [timed]),
  inOrder(step('ESCAPE'), step('ROOM'), step('CHAIR')),
);
const onChair: Piece = inOrder(step('CHAIR'), left, release, step('REDO'));
const timeOut: Piece = fc
  .tuple(fc.array(inOrder(onChair, step('NC')), { maxLength: 2 }), inOrder(onChair, step('CO'), step('ACK')))
  .map(([rounds, last]) => [...rounds.flat(), ...last]);

const command = fc.oneof({ weight: 8, arbitrary: step('DC') }, { weight: 1, arbitrary: step('IC') });
const refused = (then: Piece): Piece => inOrder(command, step('NC'), step('WARN'), then);

/** One command and its follow-through, complete or broken off. */
export const aSequence: Piece = fc
  .tuple(
    fc.oneof(
      inOrder(command, step('CO'), praised),
      refused(inOrder(step('CO'), praised)),
      { weight: 3, arbitrary: refused(inOrder(step('NC'), timeOut)) },
      inOrder(command, step('NOC')),
    ),
    fc.oneof({ weight: 3, arbitrary: fc.constant(Infinity) }, { weight: 1, arbitrary: fc.nat(20) }),
  )
  .map(([codes, brokenOff]) => codes.slice(0, brokenOff));

const play: Piece = fc.array(fc.tuple(SHORT, fc.constantFrom(...PARENT)), { maxLength: 6 });
const codes = fc
  .array(fc.oneof({ weight: 3, arbitrary: aSequence }, play, slip), { maxLength: 8 })
  .map((all) => all.flat());

const flag = fc.oneof({ weight: 11, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

/** Marks on a code: a command that is not effective or is interrupted, an undone code, or two candidates. */
const details = fc.record({
  flawed: flag,
  interrupted: flag,
  undone: flag,
  other: fc.constantFrom(...PARENT),
  /** 0: both, 1: unsure, else sure. */
  doubt: fc.integer({ min: 0, max: 20 }),
});

export const aRecord: fc.Arbitrary<readonly PlainEvent[]> = codes
  .chain((all) => fc.tuple(...all.map(([gap, code]) => details.map((detail) => ({ gap, code, ...detail })))))
  .map((all) => {
    let at = 0;
    return all.map(({ gap, ...coded }, index) => toEvent(coded, (at += gap), index));
  });

type Coded = { code: string; flawed: boolean; interrupted: boolean; undone: boolean; other: string; doubt: number };

function toEvent({ code, flawed, interrupted, undone, other, doubt }: Coded, at: number, index: number): PlainEvent {
  const isDoubted = doubt < 2 && other !== code && PARENT.includes(code);
  const given = isDoubted ? [code, other] : [code];
  return {
    id: `e${index}`,
    at,
    ...(isDoubted ? { candidates: given, mode: doubt === 0 ? 'both' : 'unsure' } : { code }),
    ...(flawed && given.includes('DC') && { effective: false }),
    ...(interrupted && given.some((one) => one === 'DC' || one === 'IC') && { void: true }),
    ...(undone && { retracted: true }),
  };
}

export const someWindows: fc.Arbitrary<readonly PlainWindow[]> = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('cdi' as const, 'pdi' as const),
        fc.array(fc.integer({ min: 0, max: 1_200_000 }), { maxLength: 6 }),
        flag,
      )
      .map(([kind, edges, isVoid]) => ({ kind, edges: edges.toSorted((a, b) => a - b), isVoid })),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map(({ kind, edges, isVoid }, index) => ({ id: `w${index}`, kind, spans: pairs(edges), void: isVoid })),
  );

function pairs(edges: readonly number[]): readonly (readonly [number, number])[] {
  const [from, to, ...rest] = edges;
  return from === undefined || to === undefined ? [] : [[from, to], ...pairs(rest)];
}

/** One window of each kind over the whole record. */
export const WHOLE: readonly PlainWindow[] = [
  { id: 'c', kind: 'cdi', spans: [[0, 100_000_000]] },
  { id: 'p', kind: 'pdi', spans: [[0, 100_000_000]] },
];
