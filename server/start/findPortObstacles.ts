import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, type Config } from '#server/config/config.ts';
import type { MediaPlaces } from '#server/config/mediaPlaces.ts';
import { MOST_MEDIA_PORTS, type MediaPorts } from '#server/config/mediaPorts.ts';
import { inOneText, type Obstacle } from './obstacle.ts';

/** A port that Earshot listens on, and the variable that sets it. */
export type Port = {
  readonly setting: 'PORT' | 'MEDIA_PORT';
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
  /** An IP address of this machine, or one that means all of them. */
  readonly host: string;
};

export const pagePort = ({ port, host }: Pick<Config, 'port' | 'host'>): Port => ({
  ...{ setting: 'PORT', protocol: 'TCP' },
  ...{ port, host },
});

/** The port of each media worker, for UDP and TCP, on each address where media are listened for. */
export function mediaPortsAt({ listen }: MediaPlaces, { room, voice }: MediaPorts): readonly Port[] {
  return [...room, ...voice]
    .filter((port) => port !== 0)
    .flatMap((port) =>
      listen.flatMap((host): Port[] => [
        { setting: 'MEDIA_PORT', protocol: 'UDP', port, host },
        { setting: 'MEDIA_PORT', protocol: 'TCP', port, host },
      ]),
    );
}

/** The media workers of a killed server may end a moment after it. */
const TRIES = 5;
const TRY_AGAIN_MS = 250;

/** Throws `ConfigError` with every port that cannot be used, if that is still so after a second. */
export async function refuseTakenPorts(ports: readonly Port[]): Promise<void> {
  let obstacles = await findPortObstacles(ports);
  for (let tried = 1; tried < TRIES && obstacles.length > 0; tried += 1) {
    await sleep(TRY_AGAIN_MS);
    obstacles = await findPortObstacles(ports);
  }
  if (obstacles.length > 0) throw new ConfigError(obstacles.map(inOneText).join('\n\n'));
}

/** The reasons why ports cannot be used, each listed once. It tries to listen on each port for a moment. */
export async function findPortObstacles(ports: readonly Port[]): Promise<readonly Obstacle[]> {
  const codes = await Promise.all(ports.map(codeOf));
  const obstacles = ports.flatMap((port, index) => {
    const code = codes[index];
    return code === undefined ? [] : [obstacleOf(code, port)];
  });
  return obstacles.filter(({ found }, index) => obstacles.findIndex((one) => one.found === found) === index);
}

/** The system's error code for listening there, or undefined. */
async function codeOf({ setting, protocol, port, host }: Port): Promise<string | undefined> {
  const ipv6Only = setting === 'MEDIA_PORT' && isIPv6(host); // on :: the pages listen to IPv4 too, media do not
  const type = isIPv6(host) ? 'udp6' : 'udp4';
  const tried = protocol === 'TCP' ? createServer() : createSocket({ type, ipv6Only });
  try {
    const listening = once(tried, 'listening');
    if ('listen' in tried) tried.listen({ port, host, ipv6Only });
    else tried.bind(port, host);
    await listening;
    const closed = once(tried, 'close');
    tried.close();
    await closed;
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function obstacleOf(code: string, { setting, protocol, port, host }: Port): Obstacle {
  const named = setting === 'PORT' ? `Port ${port}` : `The media server’s ${protocol} port ${port}`;
  const another =
    setting === 'PORT'
      ? 'set PORT to another number'
      : `set MEDIA_PORT to the first of ${MOST_MEDIA_PORTS} ports that are free, for UDP and for TCP`;
  if (code === 'EADDRINUSE') {
    return { found: `${named} is in use by another program`, advice: `Stop that program, or ${another}.` };
  }
  if (code === 'EACCES') {
    return { found: `This user may not use ${named}`, advice: `Use a port above 1023: ${another}.` };
  }
  const listens = setting === 'PORT' ? 'HOST' : 'MEDIA_LISTEN';
  // The second is that of IPv6 where it is turned off.
  if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') {
    return {
      found: `${listens} is ${host}, which is not an address of this machine`,
      advice: `Remove ${listens}, or set it to an address of this machine: 0.0.0.0 means all of them.`,
    };
  }
  return { found: `${named} of ${host} cannot be used (${code})`, advice: `Check ${listens}, or ${another}.` };
}
