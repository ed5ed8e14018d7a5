import { z } from 'zod';
import {
  ClipOffers,
  SubmittedCodes,
  NewPracticeAttempt,
  OpenAttempt,
  PracticeAttempts,
  PracticeCoder,
  PracticeQuery,
  ScoredAttempt,
} from '../practice.ts';
import { COACHES, type Routes } from './route.ts';

/** A roomful of trainees behind one address; nobody codes a clip in seconds. */
const ATTEMPTS_PER_MINUTE = 30;
const NO_CLIP = { 404: 'There is no such clip.' } as const;

export const practiceRoutes = {
  'clips:list': {
    method: 'GET',
    path: '/api/practice/clips',
    does: 'Lists the practice clips, without their keys. Rule PRA3.',
    for: COACHES,
    audit: null,
    answer: ClipOffers,
  },
  'clip:film': {
    method: 'GET',
    path: '/api/practice/clips/:clipId/film',
    does: 'Reads the film of a clip.',
    for: COACHES,
    audit: null,
    answer: { file: 'video/webm', ranges: true },
    refusals: NO_CLIP,
  },
  'clip:captions': {
    method: 'GET',
    path: '/api/practice/clips/:clipId/captions',
    does: 'Reads the captions of a clip.',
    for: COACHES,
    audit: null,
    answer: { file: 'text/vtt; charset=utf-8', ranges: true },
    refusals: NO_CLIP,
  },
  'attempts:list': {
    method: 'GET',
    path: '/api/practice/attempts',
    does: 'Lists attempts, newest first: one’s own, or for a supervisor those of the members of their teams. Rules PRA2, PER9.',
    for: COACHES,
    audit: null,
    query: PracticeQuery,
    answer: PracticeAttempts,
    refusals: { 403: 'The attempts are somebody else’s.' },
  },
  'attempt:open': {
    method: 'POST',
    path: '/api/practice/attempts',
    does: 'Opens an attempt at a clip. Sending it twice opens one.',
    for: COACHES,
    audit: null,
    body: NewPracticeAttempt,
    answer: OpenAttempt,
    refusals: { ...NO_CLIP, 409: 'The attempt was already submitted, or belongs to somebody else.' },
    perMinute: ATTEMPTS_PER_MINUTE,
  },
  'attempt:submit': {
    method: 'POST',
    path: '/api/practice/attempts/:attemptId/codes',
    does: 'Submits the codes of an attempt, and answers with its score and the key of the clip. Rules PRA2, PRA3.',
    for: COACHES,
    audit: null,
    body: SubmittedCodes,
    answer: ScoredAttempt,
    refusals: {
      400: 'A code is not one of the clip’s, or lies after its end.',
      404: 'The attempt is not open, or its clip is gone.',
    },
    perMinute: ATTEMPTS_PER_MINUTE,
  },
  'practice-coders:list': {
    method: 'GET',
    path: '/api/practice/coders',
    does: 'Lists who has practiced among the members of the asker’s teams, by name. Rule PER9.',
    for: ['supervisor'],
    audit: null,
    answer: z.array(PracticeCoder),
  },
} as const satisfies Routes;
