import { z } from 'zod';
import { Edits, NewEdits } from '../facts.ts';
import { ClinicProgramId } from '../ids.ts';
import { KnownName, Name } from '../names.ts';
import { STAFF, type Routes } from './route.ts';

/** A clinic's own copy of a program, in one version. A version never changes; a change makes the next. Rule PRO2. */
export const ClinicProgram = z.object({
  clinicProgramId: ClinicProgramId,
  version: z.int().positive(),
  name: KnownName,
  basedOn: z.object({ id: z.string(), version: z.string() }),
  edits: Edits,
  madeBy: KnownName,
  madeAt: z.iso.datetime(),
});
export type ClinicProgram = z.infer<typeof ClinicProgram>;

export const NewClinicProgram = z.strictObject({
  name: Name,
  basedOn: z.strictObject({ id: z.string(), version: z.string() }),
  edits: NewEdits,
});
export type NewClinicProgram = z.infer<typeof NewClinicProgram>;

export const ClinicProgramChange = z.strictObject({ name: Name, edits: NewEdits });
export type ClinicProgramChange = z.infer<typeof ClinicProgramChange>;

export const programRoutes = {
  'programs:list': {
    method: 'GET',
    path: '/api/programs',
    does: 'Lists the clinic’s own copies of programs, each in its newest version.',
    for: STAFF,
    audit: null,
    limit: 'reading',
    answer: z.array(ClinicProgram),
  },
  'programs:make': {
    method: 'POST',
    path: '/api/programs',
    does: 'Makes a copy of a program.',
    for: ['admin'],
    audit: 'program.changed',
    limit: 'writing',
    body: NewClinicProgram,
    answer: ClinicProgram,
    refusals: { 400: 'The edits do not fit the program.' },
  },
  'program:read': {
    method: 'GET',
    path: '/api/programs/:clinicProgramId',
    does: 'Lists every version of a copy, newest first.',
    for: STAFF,
    audit: null,
    limit: 'reading',
    answer: z.array(ClinicProgram),
    refusals: { 404: 'There is no such program.' },
  },
  'program:change': {
    method: 'POST',
    path: '/api/programs/:clinicProgramId',
    does: 'Makes the next version of a copy. Rule PRO2.',
    for: ['admin'],
    audit: 'program.changed',
    limit: 'writing',
    body: ClinicProgramChange,
    answer: ClinicProgram,
    refusals: { 400: 'The edits do not fit the program.', 404: 'There is no such program.' },
  },
} as const satisfies Routes;
