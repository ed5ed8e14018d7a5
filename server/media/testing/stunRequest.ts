import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { IceParameters } from '#shared/protocol/media.ts';

/** Types of RFC 8489 and RFC 8445. */
const [USERNAME, INTEGRITY, PRIORITY, USE_CANDIDATE, FINGERPRINT, CONTROLLING] = [6, 8, 0x24, 0x25, 0x8028, 0x802a];
const MAGIC_COOKIE = 0x2112_a442;
const HEADER_BYTES = 20;
/** Of the type and the length of an attribute. */
const PREFIX_BYTES = 4;
const FINGERPRINT_XOR = 0x5354_554e;

/** The check of a path by which a browser shows that it was told the secret of a transport (ICE). */
export function stunRequest({ usernameFragment, password }: IceParameters): Buffer {
  const asked = Buffer.concat([
    attribute(USERNAME, Buffer.from(`${usernameFragment}:tester`)),
    attribute(PRIORITY, uint32(1)),
    attribute(CONTROLLING, randomBytes(8)),
    attribute(USE_CANDIDATE, Buffer.alloc(0)),
  ]);
  const id = randomBytes(12);
  const header = (bytes: number) => Buffer.concat([uint16(1), uint16(bytes), uint32(MAGIC_COOKIE), id]);
  const signed = (body: Buffer, bytesOfValue: number) =>
    Buffer.concat([header(body.length + PREFIX_BYTES + bytesOfValue), body]);

  const hmac = createHmac('sha1', password).update(signed(asked, 20)).digest();
  const protectedBody = Buffer.concat([asked, attribute(INTEGRITY, hmac)]);
  const sum = crc32(signed(protectedBody, 4)) ^ FINGERPRINT_XOR;
  const body = Buffer.concat([protectedBody, attribute(FINGERPRINT, uint32(sum >>> 0))]);
  return Buffer.concat([header(body.length), body]);
}

/** Whether this is the answer that the check was passed. */
export function isStunSuccess(packet: Buffer): boolean {
  return packet.length >= HEADER_BYTES && packet.readUInt16BE(0) === 0x0101;
}

function attribute(type: number, value: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
  return Buffer.concat([uint16(type), uint16(value.length), value, padding]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
