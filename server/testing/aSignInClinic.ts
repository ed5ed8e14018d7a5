import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, vi } from 'vitest';
import type { Handshake } from '#shared/protocol/contract.ts';
import { IDLE_MINUTES } from '#shared/domain/signInEnd.ts';
import { UNDECIDED_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { anAuth, aNewAccount, cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { createFakeMediaServer } from '#server/media/testing/fakeMediaServer.ts';
import { createMemoryRecordingStore } from '#server/recording/memoryRecordingStore.ts';
import type { RecordingStore } from '#server/recording/recordingStore.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { aDatabase, aDatabaseFile } from '#server/storage/testing/aDatabase.ts';
import { aSession } from '#server/storage/testing/records.ts';
import { anApp } from './anApp.ts';

export const MORNING = new Date('2026-11-21T08:00:00Z');
export const PASSWORD = 'a long pass phrase';

/** A clinic on a port of its own, with the real sign-in and one therapist who leads a session. */
export async function aSignInClinic(recordings: RecordingStore = createMemoryRecordingStore()) {
  const file = aDatabaseFile();
  const db = await aDatabase(file);
  const media = createFakeMediaServer();
  const [records, auth] = [createSqlRecords(db, keysOf(db)), anAuth(db)];
  const ida = await auth.makeAccount(aNewAccount({ password: PASSWORD }));
  if (ida === undefined) throw new Error('The account was not made.');
  // Here sign-ins end only by their last end.
  await records.writeSignInPolicy({ ...UNDECIDED_POLICY, idleMinutes: IDLE_MINUTES.most }, ida.userId, MORNING);
  const app = await anApp(db, { records, auth, media, recordings });
  onTestFinished(app.close);
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' });

  async function ask(method: 'GET' | 'POST', route: string, cookie: string | undefined, body?: object) {
    const response = await fetch(`${url}${route}`, {
      method,
      headers: { origin: PUBLIC_URL, ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, answer, cookie: cookieFrom(response.headers.getSetCookie()) };
  }

  async function connect(auth: Handshake, cookie: string, namespace = ''): Promise<Socket> {
    const options = { auth, transports: ['websocket'], forceNew: true, reconnection: false };
    const socket = io(`${url}${namespace}`, { ...options, extraHeaders: { cookie, origin: PUBLIC_URL } });
    onTestFinished(() => void socket.disconnect());
    await new Promise((connected, refused) => {
      socket.on('connect', () => connected(undefined));
      socket.on('connect_error', refused);
    });
    return socket;
  }

  async function join(auth: Handshake, cookie: string): Promise<Socket> {
    const socket = await connect(auth, cookie);
    expect(await askOver(socket, 'session:join', { lastSeq: 0 })).toMatchObject({ ok: true });
    return socket;
  }

  const signIn = (cookie?: string) =>
    ask('POST', pathOf('account:sign-in'), cookie, { email: ida.email, password: PASSWORD });
  const session = await aSession(records, ida);
  const as = { as: 'staff', sessionId: session.sessionId } as const;
  return { file, url, app, media, auth, records, ida, session, as, ask, connect, join, signIn };
}

/**
 * Sends over a socket that was opened hours ago, because its client would take a jumping clock for a machine that
 * slept.
 */
export function askOver(socket: Socket, name: string, input: object): Promise<unknown> {
  const now = Date.now();
  vi.setSystemTime(MORNING);
  const answer: Promise<unknown> = socket.emitWithAck(name, input);
  vi.setSystemTime(now);
  return answer;
}

/** Resolves to the reason when the server has ended this connection. */
export const gone = (socket: Socket) => new Promise<string>((heard) => socket.on('disconnect', heard));
