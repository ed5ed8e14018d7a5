import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { BenchTools } from '../bench.ts';

const Streams = z.array(z.object({ port: z.int(), ssrc: z.int(), payloadType: z.int(), kind: z.string() }));
const Done = z.object({ cpuMs: z.number(), received: z.number() });

/** What media workers have done: their processor time, and how many packets of synthetic sessions they have received. */
type WorkDone = z.infer<typeof Done>;

/** Packets of synthetic sessions, which a generator sends while it is on. */
export type Load = {
  /** Where the packets go. */
  readonly ports: readonly number[];
  /** Resolves to how many packets have been sent so far. */
  readonly turn: (to: 'on' | 'off') => Promise<number>;
  readonly done: () => Promise<WorkDone>;
};

/** Opens so many synthetic sessions at whoever serves load at this port (`serveLoad`), and a generator for them. */
export async function generateLoad(loadPort: number, sessions: number, keep: BenchTools['keep']): Promise<Load> {
  const ask = async (path: string): Promise<unknown> => (await fetch(`http://127.0.0.1:${loadPort}${path}`)).json();
  const streams = Streams.parse(await ask(`/open?sessions=${sessions}`));
  const script = join(import.meta.dirname, 'rtpGenerator.ts');
  const stdio = ['pipe', 'pipe', 'inherit'] as const;
  const child = keep(spawn(process.execPath, [script, JSON.stringify(streams)], { stdio: [...stdio] }), async (one) => {
    const gone = once(one, 'exit');
    one.kill();
    await gone;
  });
  const { stdin } = child;
  const ended = new AbortController();
  child.once('exit', () => ended.abort(new Error('The generator of packets has ended.')));
  const answers = createInterface({ input: child.stdout });
  return {
    ports: streams.map(({ port }) => port),
    async turn(to) {
      const answered = once(answers, 'line', { signal: ended.signal });
      stdin.write(`${to}\n`);
      return Number((await answered)[0]);
    },
    done: async () => Done.parse(await ask('/figures')),
  };
}
