import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createLines } from '#server/network/lines.ts';

/** How much one hash costs: with `N` and `r`, 128 · N · r bytes of memory. */
export type HashCost = { readonly N: number; readonly r: number; readonly p: number };

/** What OWASP advises: 128 MiB and some tenths of a second. */
export const HASH_COST: HashCost = { N: 2 ** 17, r: 8, p: 1 };

/** Each needs the memory above and one of Node's four threads, which files need too. */
const AT_ONCE = 2;

/** Beyond these, whoever comes is told to try again. */
const MOST_WAITING = 100;

const KEY_BYTES = 64;
const SALT_BYTES = 16;

/** Passwords as they are stored. Rule PER10. */
export type PasswordHashes = {
  /** Nobody can read the password from it. */
  readonly hash: (password: string) => Promise<string>;
  /** Exactly as it was typed. */
  readonly verify: (stored: { readonly hash: string; readonly password: string }) => Promise<boolean>;
  /** Whether it was made in a former way or at another cost. */
  readonly isOld: (hash: string) => boolean;
};

type Stored = HashCost & { readonly salt: string | Buffer; readonly key: Buffer; readonly isOurs: boolean };

const derive = promisify<string, string | Buffer, number, ScryptOptions, Buffer>(scrypt);

/** `cost` is for tests: they make many accounts. */
export function createPasswordHashes(cost: HashCost = HASH_COST): PasswordHashes {
  const lines = createLines(MOST_WAITING);

  async function keyOf(password: string, salt: string | Buffer, { N, r, p }: HashCost): Promise<Buffer> {
    const leave = await lines.enter('hashes', AT_ONCE);
    if (leave === undefined) throw Object.assign(new Error('Too many passwords at once.'), { statusCode: 429 });
    try {
      return await derive(password, salt, KEY_BYTES, { N, r, p, maxmem: 2 ** 20 + 128 * N * r });
    } finally {
      leave();
    }
  }

  async function hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const key = await keyOf(password, salt, cost);
    const { N, r, p } = cost;
    return `$scrypt$ln=${Math.log2(N)},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
  }

  return {
    hash,

    async verify({ hash: text, password }) {
      const stored = readHash(text);
      if (stored === undefined) throw new Error('A password is not stored as it should be.');
      // A check that is faster than the one for an unknown address would reveal that the account exists.
      for (const missing of missingWork(stored, cost)) await keyOf(password, randomBytes(SALT_BYTES), missing);
      const typed = stored.isOurs ? password : password.normalize('NFKC');
      return timingSafeEqual(await keyOf(typed, stored.salt, stored), stored.key);
    },

    isOld(text) {
      const stored = readHash(text);
      return stored?.isOurs !== true || stored.N !== cost.N || stored.r !== cost.r || stored.p !== cost.p;
    },
  };
}

/** The costs of hashes that take together as long as a hash of today takes longer than a stored one. */
export function missingWork(stored: HashCost, today: HashCost): readonly HashCost[] {
  const parts: HashCost[] = [];
  let left = workOf(today) - workOf(stored);
  for (let { N } = today; N > 1; N /= 2) {
    const part = { ...today, N };
    if (workOf(part) > left) continue;
    parts.push(part);
    left -= workOf(part);
  }
  return parts;
}

const workOf = ({ N, r, p }: HashCost) => N * r * p;

const OURS = /^\$scrypt\$ln=(?<ln>\d{1,2}),r=(?<r>\d{1,2}),p=(?<p>\d{1,2})\$(?<salt>[\w-]+)\$(?<key>[\w-]+)$/u;

/** The sign-in library's own way, until we chose ours. The salt is the text. */
const LIBRARYS = /^(?<salt>[0-9a-f]{32}):(?<key>[0-9a-f]{128})$/u;
const LIBRARYS_COST: HashCost = { N: 2 ** 14, r: 16, p: 1 };

function readHash(text: string): Stored | undefined {
  const ours = OURS.exec(text)?.groups;
  if (ours !== undefined) {
    const { ln, r, p, salt = '', key = '' } = ours;
    const bytes = { salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
    return { N: 2 ** Number(ln), r: Number(r), p: Number(p), ...bytes, isOurs: true };
  }
  const librarys = LIBRARYS.exec(text)?.groups;
  if (librarys === undefined) return undefined;
  const { salt = '', key = '' } = librarys;
  return { ...LIBRARYS_COST, salt, key: Buffer.from(key, 'hex'), isOurs: false };
}
