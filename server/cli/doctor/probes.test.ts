import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { holdDataFolder } from '#server/start/holdDataFolder.ts';
import { probeDatabase } from './probeDatabase.ts';
import { probeNode } from './probeNode.ts';
import { probeFfmpeg } from './probeExecutables.ts';
import { probeMediaBuffers } from './probeMediaBuffers.ts';
import { probePort } from './probeStart.ts';
import { probeWorker } from './probeWorker.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

test.for([
  ['20.20.2', 'missing'],
  ['24.0.0', 'good'],
  ['26.10.0', 'good'],
] as const)('Node %s is %s', async ([version, state]) => {
  expect((await probeNode({}, version)).state).toBe(state);
});

test('a worker that does not start is missing, with advice', async () => {
  const finding = await probeWorker({ MEDIASOUP_WORKER_BIN: '/bin/false' });
  expect(finding.state).toBe('missing');
  expect(finding.advice).toContain('MEDIASOUP_WORKER_BIN');
});

test('ffmpeg is optional', async () => {
  expect((await probeFfmpeg({ PATH: '/nowhere' })).state).toBe('optional');
});

test('buffers that the system keeps small are named, with what to set', async () => {
  const folder = aFolder();
  expect((await probeMediaBuffers({}, folder)).state).toBe('good');
  writeFileSync(join(folder, 'rmem_max'), '212992\n');
  writeFileSync(join(folder, 'wmem_max'), '4194304\n');
  const { state, found, advice } = await probeMediaBuffers({}, folder);
  expect({ state, found }).toEqual({
    state: 'optional',
    found: expect.stringMatching(/: net\.core\.rmem_max$/) as string,
  });
  expect(advice).toContain('net.core.rmem_max=2097152');
});

describe('the data folder', () => {
  test('is created, tried and left as it was', async () => {
    const folder = join(aFolder(), 'data');
    expect((await probeDatabase({ EARSHOT_DATA: folder })).state).toBe('good');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that is a file counts as missing', async () => {
    const file = join(aFolder(), 'data');
    writeFileSync(file, '');
    expect((await probeDatabase({ EARSHOT_DATA: file })).state).toBe('missing');
  });
});

describe('the port', () => {
  test('on which Earshot answers is good if it has our data folder, and taken if it has another', async () => {
    const port = await aServer((url) => (url === pathOf('clinic:health') ? '{"status":"ok"}' : ''));
    const env = { PORT: port, EARSHOT_DATA: aFolder() };
    expect(await probePort(env)).toMatchObject({ state: 'missing' });
    onTestFinished(holdDataFolder(env.EARSHOT_DATA));
    expect(await probePort(env)).toMatchObject({ state: 'good', found: `${port}: Earshot is running` });
  });

  test('that another program uses counts as missing', async () => {
    const port = await aServer(() => '<h1>Hello</h1>');
    expect(await probePort({ PORT: port })).toMatchObject({
      state: 'missing',
      advice: 'Stop that program, or set PORT to another number.',
    });
  });

  test.for(['abc', '0', '65536'])('%j is not a port', async (port) => {
    expect((await probePort({ PORT: port })).state).toBe('missing');
  });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function aServer(answer: (url: string | undefined) => string): Promise<string> {
  const server = createServer((request, response) => response.end(answer(request.url)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}
