import { z } from 'zod';
import { ParticipantId } from './ids.ts';

/** Whole ms of session time: since the session was opened, by the server's clock. */
export const SessionTime = z.int().nonnegative();

/** The shape of a kind of fact, before the log has given it a number and a time. */
export const draft = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), by: z.union([ParticipantId, z.literal('server')]), ...shape });
