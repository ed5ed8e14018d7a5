import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { getJson, HttpError, postJson, problemOf } from './http.ts';

const Named = z.object({ name: z.string() });

function answerWith(status: number, body: unknown): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));
}

describe('a request', () => {
  test('parses what the server says, and drops what the schema does not know', async () => {
    answerWith(200, { name: 'Ada', secret: 'x' });
    await expect(getJson('/api/x', Named)).resolves.toEqual({ name: 'Ada' });
  });

  test('is a fault when the answer has another shape', async () => {
    answerWith(200, { nome: 'Ada' });
    await expect(getJson('/api/x', Named)).rejects.toMatchObject({ problem: 'fault' });
  });

  test.for([
    [401, 'signed-out'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [409, 'refused'],
    [410, 'gone'],
    [429, 'too-many'],
    [500, 'fault'],
  ] as const)('answered with %i is "%s"', async ([status, problem]) => {
    answerWith(status, { error: 'In words.' });
    await expect(postJson('/api/x', {}, Named)).rejects.toMatchObject({ problem, said: 'In words.' });
  });

  test('that reaches nobody is "offline"', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const error = await getJson('/api/x', Named).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HttpError);
    expect(problemOf(error)).toBe('offline');
  });
});
