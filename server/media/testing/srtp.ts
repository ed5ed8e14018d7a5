import { createCipheriv, createDecipheriv } from 'node:crypto';

/** AES-128 in GCM (RFC 7714), whose packets Node can encrypt by itself. */
export const SRTP_PROFILE = 'SRTP_AEAD_AES_128_GCM';
const [KEY_BYTES, SALT_BYTES, TAG_BYTES] = [16, 12, 16];
/** What DTLS must export: a key and a salt for each direction. */
export const KEYING_BYTES = 2 * (KEY_BYTES + SALT_BYTES);

const CIPHER = 'aes-128-gcm';
const FIXED_HEADER_BYTES = 12;

export type Rtp = { readonly payloadType: number; readonly sequence: number; readonly ssrc: number };

type Keys = { readonly key: Buffer; readonly salt: Buffer };

/** Encrypts and opens RTP packets as the client of a DTLS handshake. For fewer packets than sequence numbers. */
export function openSrtp(keying: Buffer) {
  const [clientKey, serverKey] = [keying.subarray(0, KEY_BYTES), keying.subarray(KEY_BYTES, 2 * KEY_BYTES)];
  const salts = keying.subarray(2 * KEY_BYTES);
  const sends = sessionKeys(clientKey, salts.subarray(0, SALT_BYTES));
  const receives = sessionKeys(serverKey, salts.subarray(SALT_BYTES));

  return {
    protect(rtp: Rtp, payload: Buffer): Buffer {
      const header = rtpHeader(rtp);
      const cipher = createCipheriv(CIPHER, sends.key, nonce(header, sends.salt)).setAAD(header);
      return Buffer.concat([header, cipher.update(payload), cipher.final(), cipher.getAuthTag()]);
    },

    /** Undefined for what the server did not sign, and for anything but RTP. */
    open(packet: Buffer): { readonly ssrc: number; readonly payload: Buffer } | undefined {
      const header = packet.subarray(0, headerBytes(packet));
      const sealed = packet.subarray(header.length, -TAG_BYTES);
      const decipher = createDecipheriv(CIPHER, receives.key, nonce(header, receives.salt)).setAAD(header);
      try {
        decipher.setAuthTag(packet.subarray(-TAG_BYTES));
        const payload = Buffer.concat([decipher.update(sealed), decipher.final()]);
        return { ssrc: packet.readUInt32BE(8), payload };
      } catch {
        return undefined; // RTCP, or forged
      }
    },
  };
}

/** The start of an RTP packet. */
export function rtpHeader({ payloadType, sequence, ssrc }: Rtp): Buffer {
  const header = Buffer.alloc(FIXED_HEADER_BYTES);
  header.writeUInt8(0x80, 0);
  header.writeUInt8(payloadType, 1);
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(sequence * 960, 4);
  header.writeUInt32BE(ssrc, 8);
  return header;
}

function headerBytes(packet: Buffer): number {
  const first = packet.readUInt8(0);
  const fixed = FIXED_HEADER_BYTES + 4 * (first & 0x0f);
  const isExtended = (first & 0x10) !== 0 && packet.length >= fixed + 4;
  return isExtended ? fixed + 4 + 4 * packet.readUInt16BE(fixed + 2) : fixed;
}

/** The derivation of RFC 3711 with the labels of RTP: 0 for the key, 2 for the salt. */
function sessionKeys(key: Buffer, salt: Buffer): Keys {
  const derive = (label: number, bytes: number) => {
    const counter = Buffer.concat([salt, Buffer.alloc(4)]);
    counter.writeUInt8(counter.readUInt8(7) ^ label, 7);
    return createCipheriv('aes-128-ctr', key, counter).update(Buffer.alloc(bytes));
  };
  return { key: derive(0, KEY_BYTES), salt: derive(2, SALT_BYTES) };
}

/** Two zeros, the SSRC, the count of sequences (0) and the sequence number, mixed with the salt. */
function nonce(header: Buffer, salt: Buffer): Buffer {
  const plain = Buffer.concat([Buffer.alloc(2), header.subarray(8, 12), Buffer.alloc(4), header.subarray(2, 4)]);
  return Buffer.from(plain.map((byte, at) => byte ^ (salt[at] ?? 0)));
}
