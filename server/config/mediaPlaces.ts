import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ConfigError, type Config } from './config.ts';
import { hostOf } from './hostOf.ts';
import { isThisMachine } from './isThisMachine.ts';

/** Where media are listened for, and where browsers are told to send them. All are IP addresses. */
export type MediaPlaces = { readonly listen: readonly string[]; readonly announced: readonly string[] };

type Named = { readonly name: string; readonly addresses: readonly string[] };

/** Every IPv4 or every IPv6 network. */
const ALL_NETWORKS = { 4: '0.0.0.0', 6: '::' } as const;

/**
 * Looks up the names in MEDIA_ADDRESS: Firefox takes no names from a media server. Throws `ConfigError` if browsers could
 * not reach one of them. If MEDIA_LISTEN is not set, all networks are listened to, those of IPv6 only if it is announced.
 */
export async function findMediaPlaces(
  { mediaListen, mediaAddresses, publicUrl }: Pick<Config, 'mediaListen' | 'mediaAddresses' | 'publicUrl'>,
  findAddresses = addressesOf,
): Promise<MediaPlaces> {
  const named = await Promise.all(
    mediaAddresses.map(async (name): Promise<Named> => ({ name, addresses: await findAddresses(name) })),
  );
  const kinds = new Set(named.flatMap(({ addresses }) => addresses.map(isIP)));
  const listen = mediaListen ?? ([4, 6] as const).filter((kind) => kinds.has(kind)).map((kind) => ALL_NETWORKS[kind]);
  const arrives = (address: string) => listen.some((one) => isIP(one) === isIP(address));

  for (const { name, addresses } of named) {
    const [first] = addresses;
    if (first === undefined) {
      throw new ConfigError(
        `MEDIA_ADDRESS has ${name}, for which no address is found.\nCorrect the name, or write the address itself.`,
      );
    }
    if (addresses.some(arrives)) continue;
    const [kind, all] = isIP(first) === 6 ? ['IPv6', ALL_NETWORKS[6]] : ['IPv4', ALL_NETWORKS[4]];
    throw new ConfigError(
      `MEDIA_ADDRESS announces ${inWords(name, first)}, but MEDIA_LISTEN has no ${kind} address.\nAdd one to MEDIA_LISTEN (${all} means all of them), or take ${name} out of MEDIA_ADDRESS.`,
    );
  }
  const announced = [...new Set(named.flatMap(({ addresses }) => addresses.filter(arrives)))];
  if (!isThisMachine(hostOf(publicUrl)) && announced.every(isThisMachine)) {
    throw new ConfigError(
      `MEDIA_ADDRESS is found to be ${announced.join(', ')}, which other machines cannot reach.\nCorrect /etc/hosts, or write the address itself.`,
    );
  }
  return { listen, announced };
}

const inWords = (name: string, address: string) => (name === address ? name : `${name} (${address})`);

/** All that the system knows, from its files or from DNS (A and AAAA). Empty if it knows none. */
async function addressesOf(name: string): Promise<readonly string[]> {
  try {
    return (await lookup(name, { all: true })).map(({ address }) => address);
  } catch {
    return []; // the name does not exist, or nobody answers
  }
}
