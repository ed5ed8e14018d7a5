import { z } from 'zod';
import { FamilyId } from '../ids.ts';
import { COACHES, type Routes } from './route.ts';

export const familyCopyRoutes = {
  'family-copy:prepare': {
    method: 'POST',
    path: '/api/family-copies',
    does: 'Lets the asker download the family’s copy of everything about it, once within ten minutes. Rule ERA7.',
    for: COACHES,
    asksAgain: true,
    audit: 'copy.made',
    limit: 'making',
    body: z.strictObject({ familyId: FamilyId }),
    answer: z.null(),
    refusals: { 404: 'There is no such family, or it is not the asker’s.' },
  },
  'family-copy:download': {
    method: 'GET',
    path: '/api/families/:familyId/copy',
    does: 'Downloads the copy as one archive of pages, data and recordings. Rule ERA7.',
    for: COACHES,
    audit: 'copy.made',
    limit: 'making',
    answer: { file: 'application/zip', ranges: false },
    refusals: { 404: 'It was not prepared, or it was downloaded already.' },
  },
} as const satisfies Routes;
