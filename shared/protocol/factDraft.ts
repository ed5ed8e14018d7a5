import { z } from 'zod';
import { ParticipantId } from './ids.ts';

/** Whole ms of session time: since the session was opened, by the server's clock. */
export const SessionTime = z.int().nonnegative();

/** The shape of one type of fact, before the log adds a number and a time. */
export const draft = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), by: z.union([ParticipantId, z.literal('server')]), ...shape });

type Drafts = readonly { readonly shape: { readonly type: z.ZodLiteral<string> } }[];

/** The types of some kinds of facts. */
export type FactTypeIn<D extends Drafts> = D[number]['shape']['type']['value'];

/** One row for each of some kinds of facts, the same in each. */
export function rowsFor<const D extends Drafts, const R>(drafts: D, row: R) {
  const rows = Object.fromEntries(drafts.map(({ shape }) => [shape.type.value, row]));
  return rows as { readonly [T in FactTypeIn<D>]: R };
}
