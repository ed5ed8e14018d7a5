import { spawn } from 'node:child_process';
import { once } from 'node:events';

const PROGRAM = `
  const socket = require('node:dgram').createSocket('udp4');
  socket.bind(0, '127.0.0.1', () => {
    console.log(socket.address().port);
    setTimeout(() => process.kill(process.pid, 'SIGSTOP'), 100);
  });
`;

/**
 * Opens a UDP port that nobody reads, in a process of its own that has stopped. What is sent there costs its sender what it
 * would cost to another machine. At a closed port, the system would answer each packet.
 */
export async function openDeafPort(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  child.unref();
  return Number(port.toString());
}
