import { describe, expect, test, vi } from 'vitest';
import { call, HttpError, problemOf } from './http.ts';

const CONTACT = { name: 'The clinic', telephone: '' };

function answerWith(status: number, body: unknown) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('a request', () => {
  test('uses the method and path of its row, with its arguments', async () => {
    const fetched = answerWith(200, null);
    await call('review:write', {
      sessionId: 'a/b',
      query: { after: 7 },
      body: { type: 'session.sign-off', note: '' },
    }).catch(() => undefined);
    const [url, init] = fetched.mock.calls[0]!;
    expect([url, init?.method]).toEqual(['/api/sessions/a%2Fb/review?after=7', 'POST']);
    expect(init?.body).toBe(JSON.stringify({ type: 'session.sign-off', note: '' }));
  });

  test('without a body, sends no body', async () => {
    const fetched = answerWith(200, { provider: null });
    await call('account:sign-out');
    const [, init] = fetched.mock.calls[0]!;
    expect([init?.method, init?.body, init?.headers]).toEqual(['POST', undefined, undefined]);
  });

  test('parses the answer, and drops fields that the row does not have', async () => {
    answerWith(200, { ...CONTACT, secret: 'x' });
    await expect(call('clinic-contact:read')).resolves.toEqual(CONTACT);
  });

  test('is a fault if the answer has another shape', async () => {
    answerWith(200, { nome: 'Ada' });
    await expect(call('clinic-contact:read')).rejects.toMatchObject({ problem: 'fault' });
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
    await expect(call('account:sign-out')).rejects.toMatchObject({ problem, said: 'In words.' });
  });

  test('that reaches no server is "offline"', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const error = await call('clinic:read').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HttpError);
    expect(problemOf(error)).toBe('offline');
  });
});
