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

/** Takes something away, and parses the answer by its schema. */
export function deleteJson<S extends z.ZodType>(url: string, schema: S): Promise<z.output<S>> {
  return ask(url, { method: 'DELETE' }, schema);
}

/** Sends something, and gets a file for it. */
export async function postForFile(url: string, body: unknown): Promise<DownloadedFile> {
  const headers = { 'content-type': 'application/json' };
  const response = await reach(url, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    credentials: 'same-origin',
    cache: 'no-store',
  });
  if (!response.ok) throw failureOf(response, await bodyOf(response));
  const fileName = /filename="([^"]+)"/u.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { fileName: fileName ?? 'download', blob: await response.blob() };
}

export type DownloadedFile = { readonly fileName: string; readonly blob: Blob };

/** For an answer that nobody reads. */
export const anyAnswer = z.unknown();

async function ask<S extends z.ZodType>(url: string, init: RequestInit, schema: S): Promise<z.output<S>> {
  const response = await reach(url, { ...init, credentials: 'same-origin', cache: 'no-store' });
  const answer = await bodyOf(response);
  if (!response.ok) throw failureOf(response, answer);
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new HttpError('fault');
  return parsed.data;
}

function failureOf({ status }: Response, answer: unknown): HttpError {
  const failure = HttpFailure.safeParse(answer);
  return new HttpError(PROBLEM_BY_STATUS[status] ?? 'fault', failure.data?.error);
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
