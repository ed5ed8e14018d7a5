import type { z } from 'zod';
import { HttpFailure } from '#shared/protocol/http/failure.ts';
import { addressOf, type Route, type Sent } from '#shared/protocol/http/route.ts';
import {
  ROUTES,
  type AnswerOf,
  type FileRoute,
  type GivenArguments,
  type RouteName,
  type ValueRoute,
} from '#shared/protocol/http/routes.ts';

/** Why a request failed, for screens. The texts are in `common:problem`. */
export type HttpProblem =
  | 'offline'
  | 'signed-out'
  | 'second-factor'
  | 'confirmation'
  | 'not-allowed'
  | 'not-found'
  | 'gone'
  | 'refused'
  | 'too-many'
  | 'fault';

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

/** A request that failed. `said` is the server's own message for people, if it sent one. */
export class HttpError extends Error {
  readonly problem: HttpProblem;
  readonly said: string | undefined;
  /** Undefined if there was no answer. */
  readonly status: number | undefined;

  constructor(problem: HttpProblem, said?: string, status?: number) {
    super(said ?? problem);
    this.name = 'HttpError';
    this.problem = problem;
    this.said = said;
    this.status = status;
  }
}

/** The problem behind anything that a request may throw. */
export function problemOf(error: unknown): HttpProblem {
  return error instanceof HttpError ? error.problem : 'fault';
}

/** Calls a route of the table and returns its parsed answer. Throws `HttpError`. */
export async function call<N extends ValueRoute>(name: N, ...[given]: GivenArguments<N>): Promise<AnswerOf<N>> {
  const response = await sendConfirmed(name, given);
  const answer = await bodyOf(response);
  if (!response.ok) throw failureOf(response, answer);
  const schema: z.ZodType = ROUTES[name].answer;
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new HttpError('fault');
  return parsed.data as AnswerOf<N>;
}

/** Calls a route that answers with a file. Throws `HttpError`. */
export async function callForFile<N extends FileRoute>(
  name: N,
  ...[given]: GivenArguments<N>
): Promise<DownloadedFile> {
  const response = await sendConfirmed(name, given);
  if (!response.ok) throw failureOf(response, await bodyOf(response));
  const fileName = /filename="([^"]+)"/u.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { fileName: fileName ?? 'download', blob: await response.blob() };
}

export type DownloadedFile = { readonly fileName: string; readonly blob: Blob };

let askWhoItIs: (() => Promise<boolean>) | undefined;

/**
 * Sets who asks a person to show again who they are when a route wants it. Resolves to whether they did. Returns a
 * function that takes it away. Rule PER13.
 */
export function setConfirmer(ask: () => Promise<boolean>): () => void {
  askWhoItIs = ask;
  return () => {
    if (askWhoItIs === ask) askWhoItIs = undefined;
  };
}

/** Sends, and if the route asks again who it is, sends once more after the person has shown it. */
async function sendConfirmed(name: RouteName, given?: Sent): Promise<Response> {
  const response = await send(name, given);
  if (response.status !== 403 || askWhoItIs === undefined) return response;
  const failure = HttpFailure.safeParse(await bodyOf(response.clone()));
  if (failure.data?.needs !== 'confirmation' || !(await askWhoItIs())) return response;
  return send(name, given);
}

let renewal: Promise<unknown> = Promise.resolve();
let renewals = 0;

/** Sends, and once more if the former token was refused because another request renewed it meanwhile. */
async function send(name: RouteName, given?: Sent): Promise<Response> {
  const before = renewals;
  const sending = sendOnce(name, given);
  const { renewsToken }: Route = ROUTES[name];
  if (renewsToken) {
    renewal = sending.then(
      () => (renewals += 1),
      () => undefined,
    );
    return sending;
  }
  const response = await sending;
  if (response.status !== 401) return response;
  await renewal;
  return renewals === before ? response : sendOnce(name, given);
}

async function sendOnce(name: RouteName, given: Sent = {}): Promise<Response> {
  const { body, ...address } = given;
  const route = ROUTES[name];
  const init: RequestInit = { method: route.method, credentials: 'same-origin', cache: 'no-store' };
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    return await fetch(addressOf(route, address), body === undefined ? init : { ...init, ...json });
  } catch {
    throw new HttpError('offline');
  }
}

function failureOf({ status }: Response, answer: unknown): HttpError {
  const failure = HttpFailure.safeParse(answer);
  return new HttpError(failure.data?.needs ?? PROBLEM_BY_STATUS[status] ?? 'fault', failure.data?.error, status);
}

/** Returns undefined for an empty or unreadable body; the schema then rejects it. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
