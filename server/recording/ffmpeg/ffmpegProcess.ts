import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * A shell script that starts the given program, prints its pid, and ends it when the script's own stdin closes, either
 * because the recording is over or because the server was killed. Without it ffmpeg would wait for packets forever. The
 * first signal makes ffmpeg end, the second interrupts its waiting. Only ffmpeg writes to its stdout.
 */
const LEASH =
  '"$@" & echo "pid $!" >&2; exec >&-; read -r _; kill -TERM $! 2>/dev/null; kill -INT $! 2>/dev/null; wait $!';

/** ffmpeg prints this once for each stream when it listens for packets. */
const LISTENS = 'setting jitter buffer size';

const KEPT_LINES = 12;

type FfmpegProcess = {
  /** Resolves when it listens for the packets of this many streams, or has ended. */
  readonly listens: Promise<void>;
  /** Resolves when it has written everything. */
  readonly ended: Promise<void>;
  readonly said: () => string;
  readonly end: () => void;
  readonly kill: () => void;
};

/** Starts ffmpeg as a process of its own. A program that does not start counts as ended. */
export function startFfmpeg(
  executable: string,
  args: readonly string[],
  streams: number,
  onBytes: (bytes: Uint8Array) => void,
): FfmpegProcess {
  const shell = spawn('sh', ['-c', LEASH, 'recorder', executable, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let pid: number | undefined;
  const lines: string[] = [];
  let listening = 0;

  const ended = new Promise<void>((resolve) => {
    shell.stdout.once('close', resolve);
    shell.once('error', () => resolve());
  });
  void ended.then(() => shell.stdin.end());
  const listens = new Promise<void>((resolve) => {
    void ended.then(resolve);
    createInterface(shell.stderr).on('line', (line) => {
      if (line.startsWith('pid ')) pid = Number(line.slice('pid '.length));
      if (line.includes(LISTENS) && (listening += 1) === streams) resolve();
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    });
  });
  shell.stdout.on('data', onBytes);
  // It closes this end first if it ends on its own.
  shell.stdin.on('error', () => undefined);

  return {
    listens,
    ended,
    said: () => lines.join('\n'),
    end: () => shell.stdin.end(),
    kill: () => {
      if (pid === undefined) return;
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    },
  };
}
