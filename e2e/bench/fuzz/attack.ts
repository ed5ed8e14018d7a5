import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { openRawWebSocket, type RawWebSocket } from '#server/sockets/testing/rawWebSocket.ts';
import type { Hostile } from './clinicUnderAttack.ts';
import type { HostileRequest } from './hostileInputs.ts';

/** What the server said to hostile inputs: how often each answer came. */
export type Answers = Map<string, number>;

const JOIN = '420["session:join",{"lastSeq":0}]';
const ADMITTED = '40{"sid"';
/** After this an attacker who was not admitted sends all the same, in ms. */
const ADMITTED_WITHIN_MS = 1_000;
const PING_FRAME = '\u0081\u00012';
/** How long a connection stays open after its last message, so that answers can come, in ms. */
const LISTENS_MS = 40;
/** How long a request may stay without an answer, in ms. The server cuts off half a request after this too. */
const ANSWERS_WITHIN_MS = 30_000;
const RAW_WITHIN_MS = 50;

/** An address of the many that a bot net has. */
export const anAddress = (number: number) => `198.18.${Math.floor(number / 250) % 250}.${(number % 250) + 1}`;

type Socketed = {
  readonly port: number;
  readonly hostile: Hostile;
  readonly from: string;
  readonly handshake: string;
  /** Between two messages; undefined sends as fast as the network takes them. */
  readonly pauseMs: number | undefined;
};

/** Sends messages over one connection until the server cuts it. Resolves to how many were sent. */
export async function attackBySocket(frames: readonly Buffer[], how: Socketed, answers: Answers): Promise<number> {
  const { port, hostile, from, handshake, pauseMs } = how;
  const socket = await openRawWebSocket(port, { cookie: hostile.cookie, forwardedFor: from });
  if (!socket.isOpen) {
    add(answers, 'not connected');
    socket.end();
    return 1;
  }
  const admitted = Promise.withResolvers<undefined>();
  socket.listen((text) => {
    if (text.includes(ADMITTED)) admitted.resolve(undefined);
    count(text, socket, answers);
  });
  socket.send(`40${handshake}`);
  await Promise.race([admitted.promise, socket.closed, pause(ADMITTED_WITHIN_MS)]);
  socket.send(JOIN);
  let sent = 2;
  for (const frame of frames) {
    if (socket.isClosed()) break;
    await socket.write(frame);
    sent += 1;
    await (pauseMs === undefined ? turn() : pause(pauseMs));
  }
  await Promise.race([socket.closed, pause(LISTENS_MS)]);
  if (socket.isClosed()) add(answers, 'cut');
  socket.end();
  return sent;
}

function count(text: string, socket: RawWebSocket, answers: Answers): void {
  if (text.includes(PING_FRAME)) socket.send('3');
  for (const [, code] of text.matchAll(/\[\{"ok":false,"error":\{"code":"([a-z-]+)"/g)) add(answers, code ?? '');
  add(answers, 'done', text.split('[{"ok":true').length - 1);
}

type Requested = {
  readonly url: string;
  readonly cookie: string | undefined;
  readonly from: string;
  readonly agent: Agent;
};

/** Sends one request and reads its answer. */
export async function attackByRequest(asked: HostileRequest, how: Requested, answers: Answers): Promise<void> {
  const { url, cookie, from, agent } = how;
  const { promise, resolve } = Promise.withResolvers<string>();
  const headers = {
    'x-forwarded-for': from,
    ...(cookie !== undefined && { cookie }),
    ...(asked.body !== undefined && { 'content-type': asked.contentType }),
  };
  const sent = request(`${url}${asked.address}`, { agent, method: asked.method, headers, timeout: ANSWERS_WITHIN_MS });
  sent.once('response', (response) => {
    response.resume().once('close', () => resolve(String(response.statusCode)));
  });
  sent.once('timeout', () => sent.destroy(new Error('No answer in time.')));
  sent.once('error', (error) => resolve(error.message.startsWith('No answer') ? 'no answer' : 'cut'));
  sent.end(asked.body);
  add(answers, await promise);
}

/** Sends bytes in the place of a request. Does not wait for a server that waits for more. */
export async function attackByBytes(bytes: Buffer, port: number, answers: Answers): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.once('data', (chunk) => resolve(chunk.toString('latin1', 9, 12)));
  socket.once('error', () => resolve('cut'));
  socket.once('close', () => resolve('cut'));
  socket.setTimeout(RAW_WITHIN_MS, () => resolve('waits for more'));
  socket.write(bytes);
  add(answers, await promise);
  socket.destroy();
}

function add(answers: Answers, answer: string, times = 1): void {
  answers.set(answer, (answers.get(answer) ?? 0) + times);
}
