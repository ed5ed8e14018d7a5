import 'reflect-metadata'; // @peculiar/x509 needs it to be there first
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { replaceFile } from '#server/keys/keptFile.ts';

/** The longest that Apple's browsers accept, less a day, in days. */
const LASTS_DAYS = 824;
/** It is made again at a start in its last days, so that no session meets its end. */
const RENEWED_DAYS = 60;
const A_DAY_MS = 86_400_000;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export type SelfSigned = {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** SHA-256, as browsers show it: for people to compare before they accept the certificate. */
  readonly fingerprint: string;
};

/**
 * A certificate that nobody else vouches for, to try phones in one's own network. Kept in the data folder, so that a
 * browser which accepted it is not asked again; made again if it is about to end, or if these hosts are not all in it.
 */
export async function selfSignedCertificate(
  folder: string,
  { hosts, now }: { readonly hosts: readonly string[]; readonly now: Date },
): Promise<SelfSigned> {
  const file = join(folder, 'self-signed.pem');
  const kept = readKept(file);
  if (kept && isGoodFor(new X509Certificate(kept), hosts, now)) return parts(kept);
  const made = await make(hosts, now);
  replaceFile(file, made);
  return parts(Buffer.from(made));
}

/** The key and the certificate are in one file, so that an interrupted start cannot leave two that do not match. */
function readKept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const parts = (both: Buffer): SelfSigned => ({
  cert: both,
  key: both,
  fingerprint: new X509Certificate(both).fingerprint256,
});

function isGoodFor(certificate: X509Certificate, hosts: readonly string[], now: Date): boolean {
  const lastsUntil = certificate.validToDate.getTime();
  const isNamed = (host: string) =>
    (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
  return lastsUntil - now.getTime() > RENEWED_DAYS * A_DAY_MS && hosts.every(isNamed);
}

async function make(hosts: readonly string[], now: Date): Promise<string> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const names = [...new Set(hosts)].map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }) as const);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Earshot, self-signed',
    // A phone's clock may be a little behind.
    notBefore: new Date(now.getTime() - A_DAY_MS),
    notAfter: new Date(now.getTime() + LASTS_DAYS * A_DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
    ],
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return `${certificate.toString('pem')}\n${x509.PemConverter.encode(key, 'PRIVATE KEY')}\n`;
}
