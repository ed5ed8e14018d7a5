import { ConfigError, readConfig, type Config } from '#server/config/config.ts';
import { findMediaPlaces } from '#server/config/mediaPlaces.ts';
import { heldElsewhere, isFolderHeld } from '#server/start/holdDataFolder.ts';
import type { Obstacle } from '#server/start/obstacle.ts';
import { readCertificate } from '#server/start/readCertificate.ts';
import { findPortObstacles, mediaPortsAt, pagePort, type Port } from '#server/start/findPortObstacles.ts';
import type { Finding } from './finding.ts';
import { isEarshot } from './isEarshot.ts';

export async function probeSettings(env: NodeJS.ProcessEnv): Promise<Finding> {
  const name = 'Settings';
  try {
    const { publicUrl, tls } = readConfig(env);
    if (tls !== undefined && tls !== 'self-signed') readCertificate(tls);
    return { name, state: 'good', found: `people open it at ${publicUrl}` };
  } catch (error) {
    return { name, state: 'missing', ...obstacleIn(error) };
  }
}

export const probePort = aStartProbe('Port', async (config, running) => {
  if (running === 'here') return `${config.port}: Earshot is running`;
  if (running === 'elsewhere') {
    const found = `${config.port} is taken by an Earshot server on another data folder than ${config.dataFolder}`;
    return { found, advice: 'Stop that server, or set PORT to another number.' };
  }
  return (await obstacleTo([pagePort(config)])) ?? `${config.port} is free`;
});

export const probeMediaPorts = aStartProbe('Media ports', async (config, running) => {
  const { room, voice } = config.mediaPorts;
  const places = await findMediaPlaces(config);
  const where = `at ${places.listen.join(', ')}; browsers are sent to ${places.announced.join(', ')}`;
  if (room[0] === 0) return `any that are free ${where}`;
  const range = `${room[0]} to ${voice.at(-1)}`;
  if (running === 'here') return `${range} ${where}: Earshot is running`;
  const obstacle = await obstacleTo(mediaPortsAt(places, config.mediaPorts));
  return obstacle ?? `${range} are free, for UDP and for TCP, ${where}`;
});

export const probeServer = aStartProbe('Data folder', async ({ dataFolder }, running) => {
  if (running === 'here') return `${dataFolder} belongs to the Earshot that is running`;
  return isFolderHeld(dataFolder) ? heldElsewhere(dataFolder) : `no server uses ${dataFolder}`;
});

/** Whether an Earshot server answers on the port, and whether it has this data folder or another. */
type Running = 'here' | 'elsewhere' | 'no';

/** Checks what a start needs: ports, folder, certificate. The settings must be valid; `probeSettings` reports them. */
function aStartProbe(name: string, look: (config: Config, running: Running) => Promise<string | Obstacle>) {
  return async (env: NodeJS.ProcessEnv): Promise<Finding> => {
    const config = configOf(env);
    if (config === undefined) {
      return { name, state: 'missing', found: 'not checked', advice: 'Fix the settings first.' };
    }
    const found = await look(config, await whereItRuns(config)).catch(obstacleIn);
    return typeof found === 'string' ? { name, state: 'good', found } : { name, state: 'missing', ...found };
  };
}

function configOf(env: NodeJS.ProcessEnv): Config | undefined {
  try {
    return readConfig(env);
  } catch {
    return undefined; // `probeSettings` says why
  }
}

function obstacleIn(error: unknown): Obstacle {
  if (!(error instanceof ConfigError)) throw error;
  const [found = '', ...advice] = error.message.split('\n');
  return { found, advice: advice.join(' ').trim() };
}

async function obstacleTo(ports: readonly Port[]): Promise<Obstacle | undefined> {
  const obstacles = await findPortObstacles(ports);
  if (obstacles[0] === undefined) return undefined;
  return { found: obstacles.map(({ found }) => found).join('; '), advice: obstacles[0].advice };
}

async function whereItRuns(config: Config): Promise<Running> {
  if (!(await isEarshot(config))) return 'no';
  return isFolderHeld(config.dataFolder) ? 'here' : 'elsewhere';
}
