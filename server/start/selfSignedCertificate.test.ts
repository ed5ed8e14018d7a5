import { statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { selfSignedCertificate } from './selfSignedCertificate.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const DAY_MS = 86_400_000;
const HOSTS = ['localhost', '127.0.0.1', '192.168.1.20', 'earshot.local'];

test('a browser that trusts the certificate gets a page from each of its hosts', async () => {
  const { cert, key } = await selfSignedCertificate(aFolder(), { hosts: HOSTS, now: new Date() });
  const server = createServer({ cert, key }, (_request, response) => response.end('a page'));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const statuses = await Promise.all(
    [...HOSTS, '192.168.1.21'].map(
      (host) =>
        new Promise((resolve) => {
          const servername = /^\d/.test(host) ? '' : host;
          const lookingAt = { port, host: '127.0.0.1', servername, ca: cert, headers: { host } };
          const check = (_host: string, seen: { raw: Buffer }) => {
            const certificate = new X509Certificate(seen.raw);
            const isNamed = servername ? certificate.checkHost(host) : certificate.checkIP(host);
            return isNamed === undefined ? new Error('another host') : undefined;
          };
          request({ ...lookingAt, checkServerIdentity: check }, ({ statusCode }) => resolve(statusCode))
            .once('error', ({ message }) => resolve(message))
            .end();
        }),
    ),
  );
  expect(statuses).toEqual([200, 200, 200, 200, 'another host']);
});

test('the certificate stays the same at the next start, so that a phone which accepted it is not asked again', async () => {
  const folder = aFolder();
  const first = await selfSignedCertificate(folder, { hosts: HOSTS, now: NOW });
  const later = new Date(NOW.getTime() + 700 * DAY_MS);
  expect((await selfSignedCertificate(folder, { hosts: HOSTS, now: later })).fingerprint).toBe(first.fingerprint);
});

test('it is made again before it ends, and for a host that is not in it', async () => {
  const folder = aFolder();
  const first = await selfSignedCertificate(folder, { hosts: HOSTS, now: NOW });
  const other = await selfSignedCertificate(folder, { hosts: [...HOSTS, '10.0.0.7'], now: NOW });
  expect(other.fingerprint).not.toBe(first.fingerprint);
  const late = new Date(NOW.getTime() + 800 * DAY_MS);
  const renewed = await selfSignedCertificate(folder, { hosts: HOSTS, now: late });
  expect(renewed.fingerprint).not.toBe(other.fingerprint);
  expect(new X509Certificate(renewed.cert).validToDate.getTime()).toBeGreaterThan(late.getTime() + 800 * DAY_MS);
});

test('only the owner of the data folder can read its key', async () => {
  const folder = aFolder();
  await selfSignedCertificate(folder, { hosts: HOSTS, now: NOW });
  expect(statSync(join(folder, 'self-signed.pem')).mode & 0o777).toBe(0o600);
});
