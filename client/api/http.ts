import { z } from 'zod';
import { HttpFailure } from '#shared/protocol/http.ts';

/** What went wrong, as a screen needs to know it. Each has its words in `common:problem`. */
export type HttpProblem =
  'offline' | 'signed-out' | 'not-allowed' | 'not-found' | 'gone' | 'refused' | 'too-many' | 'fault';

const PROBLEM_BY_STATUS: Readonly<Record<number, HttpProblem | undefined>> = {
  400: 'refused',
  401: 'signed-out',
  403: 'not-allowed',
  404: 'not-found',
  409: 'refused',
  410: 'gone',
  422: 'refused',
  429: 'too-many',
};

/** A request that did not succeed. `said` is the server's own sentence for people, where it gave one. */
export class HttpError extends Error {
  readonly problem: HttpProblem;
  readonly said: string | undefined;

  constructor(problem: HttpProblem, said?: string) {
    super(said ?? problem);
    this.name = 'HttpError';
    this.problem = problem;
    this.said = said;
  }
}

/** The problem of anything that a request may throw. */
export function problemOf(error: unknown): HttpProblem {
  return error instanceof HttpError ? error.problem : 'fault';
}

/** Reads a resource, parsed by its schema. */
export function getJson<S extends z.ZodType>(url: string, schema: S): Promise<z.output<S>> {
  return ask(url, { method: 'GET' }, schema);
}

/** Sends something, and parses the answer by its schema. */
export function postJson<S extends z.ZodType>(url: string, body: unknown, schema: S): Promise<z.output<S>> {
  const headers = { 'content-type': 'application/json' };
  return ask(url, { method: 'POST', headers, body: JSON.stringify(body) }, schema);
}

/** For an answer that nobody reads. */
export const anyAnswer = z.unknown();

async function ask<S extends z.ZodType>(url: string, init: RequestInit, schema: S): Promise<z.output<S>> {
  const response = await reach(url, { ...init, credentials: 'same-origin', cache: 'no-store' });
  const answer = await bodyOf(response);
  if (!response.ok) {
    const failure = HttpFailure.safeParse(answer);
    throw new HttpError(PROBLEM_BY_STATUS[response.status] ?? 'fault', failure.data?.error);
  }
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new HttpError('fault');
  return parsed.data;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new HttpError('offline');
  }
}

/** An empty or unreadable body is `undefined`, which the schema then judges. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
