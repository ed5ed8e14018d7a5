import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/protocol/access/actors.ts';
import { addressOf, type Route, type Sent } from '#shared/protocol/http/route.ts';
import { type RouteName, ROUTES } from '#shared/protocol/http/routes.ts';
import { deviceCookie } from '#server/auth/deviceCookie.ts';
import { cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import type { Records } from '#server/storage/records.ts';
import { createLog } from './createLog.ts';
import { aClinicOfActors, type ClinicOfActors } from './testing/aClinicOfActors.ts';
import { aServerOfActors } from './testing/aServerOfActors.ts';
import { aSceneInPhase } from './testing/aSceneInPhase.ts';
import { COMES } from './testing/comeAs.ts';
import { commandInputsOf } from './testing/commandInputsOf.ts';
import { joinSession } from './testing/joinSession.ts';
import { requestsOf } from './testing/requestsOf.ts';

/** Added to every text that anybody sends. */
const WRITTEN = 'Zwartkopkanarie';

/** What the clinic of the tests knows about people, and what its requests bring. */
const KNOWN = [
  ...['Meadowlark', 'Nora', 'Q.Z.', 'Owl family', 'Olive', 'Elm Street', '555 0101', '555 0102', 'a note', 'Well done'],
  ...['Noor', 'Tess', 'Otto', '@clinic.example', 'seven quiet herons', 'not the password', 'x'.repeat(43)],
];

const ACTORS = ['nobody', 'admin', 'therapist', 'supervisor', 'combined', 'diary'] as const satisfies readonly Actor[];
const EVERY_ROUTE = Object.keys(ROUTES) as readonly RouteName[];
const ENDS: readonly RouteName[] = ['account:sign-out', 'sign-ins:end-others', 'account:set-password'];

/** A log at its most talkative, as text. */
function aReadableLog() {
  let text = '';
  return { log: createLog('debug', { write: (line) => void (text += line) }), text: () => text };
}

const foundIn = (text: string, secrets: readonly string[]) =>
  [...KNOWN, WRITTEN, ...secrets].filter((word) => text.includes(word));

describe('the log has no name, no word that anybody wrote, and no secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  let clinic: ClinicOfActors;
  beforeAll(async () => {
    clinic = await aClinicOfActors(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(ACTORS)('whatever %s asks, rightly or wrongly', async (actor) => {
    const readable = aReadableLog();
    const server = await aServerOfActors(clinic, readable);
    const cookie = await COMES[actor](server);
    for (const name of EVERY_ROUTE.filter((one) => !ENDS.includes(one))) {
      const sent: Sent = requestsOf(clinic)[name] ?? {};
      await ask(server.url, name, cookie, sent, JSON.stringify(sent.body));
      await ask(server.url, name, cookie, sent, JSON.stringify(marked(sent.body)));
      await ask(server.url, name, cookie, sent, `{"broken": ${WRITTEN}`);
    }
    await server.close();
    expect(foundIn(readable.text(), secretsOf(cookie))).toEqual([]);
  });

  test.each(['admin', 'therapist'] as const)('when the records fail while they answer %s', async (actor) => {
    const readable = aReadableLog();
    let callsUntilFailure = Infinity;
    const around = (records: Records) =>
      new Proxy(records, {
        get(all, method: keyof Records) {
          callsUntilFailure -= 1;
          if (callsUntilFailure !== 0) return all[method];
          return () => Promise.reject(new Error(`${method} failed`));
        },
      });
    const server = await aServerOfActors(clinic, { log: readable.log, around });
    const cookie = await COMES[actor](server);
    for (const name of EVERY_ROUTE.filter((one) => !ENDS.includes(one))) {
      const sent: Sent = requestsOf(clinic)[name] ?? {};
      for (let call = 1; call <= 3; call += 1) {
        callsUntilFailure = call;
        await ask(server.url, name, cookie, sent, JSON.stringify(marked(sent.body)));
      }
    }
    callsUntilFailure = Infinity;
    await server.close();
    expect(readable.text()).toContain('failed');
    expect(foundIn(readable.text(), secretsOf(cookie))).toEqual([]);
  });

  test.each(['check-in', 'coding', 'coaching'] as const)('whatever anybody sends in a session in %s', async (phase) => {
    const readable = aReadableLog();
    const server = await aServerOfActors(clinic, readable);
    for (const actor of ['therapist', 'supervisor', 'combined'] as const) {
      const scene = await aSceneInPhase(server, phase, actor);
      const isDevice = actor === 'combined';
      const me = isDevice ? scene.devices.combined.deviceId : clinic.people[actor].userId;
      const cookie = isDevice
        ? deviceCookieOf(scene.devices.combined.credential)
        : ((await COMES[actor](server)) ?? '');
      const { sessionId } = scene.session;
      const there = await joinSession(server.url, cookie, isDevice ? { as: 'device' } : { as: 'staff', sessionId });
      for (const [name, input] of Object.entries(commandInputsOf(me, clinic, scene))) {
        if (name === 'session:leave' || name === 'session:close') continue;
        await there.ask(name as CommandName, marked(input));
        await there.ask(name as CommandName, input);
      }
      there.end();
    }
    await server.close();
    expect(foundIn(readable.text(), [])).toEqual([]);
  });

  test('this test would find one', () => {
    const { log, text } = aReadableLog();
    log.warn({ family: 'Meadowlark' }, `said ${WRITTEN}`);
    expect(foundIn(text(), [])).toEqual(['Meadowlark', WRITTEN]);
  });
});

async function ask(url: string, name: RouteName, cookie: string | undefined, sent: Sent, body: string | undefined) {
  const route: Route = ROUTES[name];
  const takesBody = route.body !== undefined && body !== undefined;
  const answer = await fetch(`${url}${addressOf(route, sent)}`, {
    method: route.method,
    headers: {
      ...{ origin: PUBLIC_URL, 'x-forwarded-for': '198.51.100.7' },
      ...(cookie !== undefined && { cookie }),
      ...(takesBody && { 'content-type': 'application/json' }),
    },
    ...(takesBody && { body }),
  });
  await answer.arrayBuffer();
}

/** With our word in each of its texts. */
function marked(value: unknown): unknown {
  if (typeof value === 'string') return `${value} ${WRITTEN}`;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one)]));
}

const deviceCookieOf = (credential: string) => cookieFrom([deviceCookie(PUBLIC_URL).write(credential, new Date(8e15))]);

/** What a cookie proves itself by. */
const secretsOf = (cookie = '') =>
  cookie
    .split('; ')
    .map((pair) => pair.slice(pair.indexOf('=') + 1))
    .filter(Boolean);
