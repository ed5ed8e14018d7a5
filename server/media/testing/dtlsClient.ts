import { spawn, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DtlsParameters } from '#shared/protocol/media.ts';
import { KEYING_BYTES } from './srtp.ts';

/** OpenSSL speaks DTLS, which Node does not. LibreSSL under the same name knows fewer profiles. */
export const hasOpenssl = String(spawnSync('openssl', ['version']).stdout).startsWith('OpenSSL ');

const LOOPBACK = '127.0.0.1';

/** A certificate and its key, in one file, and what a client announces of it. */
export type Certificate = { readonly file: string; readonly dtlsParameters: DtlsParameters };

/** What DTLS agreed on. */
export type Handshake = {
  readonly protocol: string;
  readonly cipher: string;
  readonly srtpProfile: string;
  readonly keying: Buffer;
};

export function makeCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-peer-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'peer.pem');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  spawnSync('openssl', ['req', '-x509', ...key, '-subj', '/CN=peer', '-keyout', file, '-out', file]);
  const value = new X509Certificate(readFileSync(file)).fingerprint256;
  return { file, dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] } };
}

/**
 * Starts a DTLS handshake of OpenSSL, whose packets go over somebody else's path: `send` takes those of the client, and
 * `receive` brings those of the server.
 */
export async function startDtls(certificate: Certificate, srtpProfiles: string, send: (packet: Buffer) => void) {
  const socket = createSocket('udp4');
  socket.bind(0, LOOPBACK);
  await once(socket, 'listening');
  const client = spawn('openssl', [
    ...['s_client', '-dtls', '-connect', `${LOOPBACK}:${socket.address().port}`],
    ...['-cert', certificate.file, '-key', certificate.file, '-use_srtp', srtpProfiles],
    ...['-keymatexport', 'EXTRACTOR-dtls_srtp', '-keymatexportlen', `${KEYING_BYTES}`],
  ]);
  const path = new Promise<number>((resolve) => {
    socket.on('message', (packet, { port }) => {
      resolve(port);
      send(packet);
    });
  });
  const done = new Promise<Handshake>((resolve, reject) => {
    let said = '';
    client.stdout.on('data', (more: Buffer) => {
      said += more.toString();
      if (/Keying material: [0-9A-F]+\n/.test(said)) resolve(readHandshake(said));
    });
    client.on('close', () => reject(new Error(`No handshake: ${said}`)));
  });
  done.catch(() => undefined); // whoever waits for it is told
  onTestFinished(() => {
    client.kill();
    socket.close();
  });
  return { done, receive: async (packet: Buffer) => socket.send(packet, await path, LOOPBACK) };
}

function readHandshake(said: string): Handshake {
  const find = (pattern: RegExp) => pattern.exec(said)?.[1] ?? '';
  return {
    protocol: find(/Protocol *: (\S+)/),
    cipher: find(/Cipher *: (\S+)/),
    srtpProfile: find(/SRTP Extension negotiated, profile=(\S+)/),
    keying: Buffer.from(find(/Keying material: ([0-9A-F]+)/), 'hex'),
  };
}
