import { z } from 'zod';
import { PHASES } from '#shared/domain/phase.ts';
import type { Routes } from './route.ts';

const Count = z.int().nonnegative();

/** How one server of the clinic does. Numbers only: nothing of it names or counts a family. */
export const ServerFigures = z.object({
  /** When these figures were taken, a few seconds ago. */
  at: z.iso.datetime(),
  startedAt: z.iso.datetime(),
  /** The sessions that are awake on it. */
  sessions: z.array(z.object({ phase: z.enum(PHASES), count: z.int().positive() })),
  /** Connections of people and devices to these sessions. */
  people: Count,
  /** Takes that are being recorded. */
  recordings: Count,
  isSaving: z.boolean(),
  /** In the last seconds, 99 of 100 times nothing waited longer than this for the server's attention, in ms. */
  delayMs: z.number().nonnegative(),
  memoryBytes: Count,
  /** Its media workers: `load` counts the pictures or voices that they forward. */
  media: z.array(z.object({ plane: z.enum(['room', 'voice']), load: z.number().nonnegative(), replaced: Count })),
});
export type ServerFigures = z.infer<typeof ServerFigures>;

export const ServerLine = ServerFigures.extend({
  /** Where the other servers reach it; null if it is the clinic's only one. */
  address: z.string().nullable(),
  /** Whether its figures are too old to be true. */
  isSilent: z.boolean(),
});
export type ServerLine = z.infer<typeof ServerLine>;

export const serverRoutes = {
  'servers:list': {
    method: 'GET',
    path: '/api/servers',
    does: 'Says how each of the clinic’s servers does at the moment, without anything about a family.',
    for: ['admin'],
    audit: null,
    limit: 'reading',
    isPolled: true,
    answer: z.object({ servers: z.array(ServerLine) }),
  },
} as const satisfies Routes;
