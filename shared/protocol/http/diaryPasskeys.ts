import { z } from 'zod';
import { MadePasskey, PasskeyProof, PasskeyRequest, PasskeyToMake } from '../webAuthn.ts';
import { NO_DIARY } from './diary.ts';
import { EVERYONE, type Routes } from './route.ts';

export const diaryPasskeyRoutes = {
  'diary-passkey:begin': {
    method: 'POST',
    path: '/api/diary/passkeys/begin',
    does: 'Says what a passkey is to be made for that opens the diary in this browser again.',
    for: EVERYONE,
    audit: null,
    limit: 'page',
    answer: PasskeyToMake,
    refusals: { 401: NO_DIARY },
  },
  'diary-passkey:add': {
    method: 'POST',
    path: '/api/diary/passkeys',
    does: 'Keeps a passkey for the diary that is open in this browser.',
    for: EVERYONE,
    audit: 'second-factor.changed',
    limit: 'page',
    body: MadePasskey,
    answer: z.null(),
    refusals: { 401: NO_DIARY, 422: 'It was not made for this request, or is known already.' },
  },
  'diary-passkey:remove': {
    method: 'DELETE',
    path: '/api/diary/passkeys',
    does: 'Removes every passkey of the caregiver whose diary is open in this browser.',
    for: EVERYONE,
    audit: 'second-factor.changed',
    limit: 'page',
    answer: z.null(),
    refusals: { 401: NO_DIARY },
  },
  'diary-sign-in:begin': {
    method: 'POST',
    path: '/api/diary/sign-in/begin',
    does: 'Makes a challenge that a caregiver’s passkey signs.',
    for: EVERYONE,
    audit: null,
    limit: 'link',
    answer: PasskeyRequest,
  },
  'diary-sign-in:give': {
    method: 'POST',
    path: '/api/diary/sign-in',
    does: 'Makes this browser a caregiver’s diary by their passkey.',
    for: EVERYONE,
    audit: 'diary.opened',
    limit: 'link',
    body: PasskeyProof,
    answer: z.null(),
    refusals: { 401: 'The passkey is not known here, or the challenge is too old.' },
  },
} as const satisfies Routes;
