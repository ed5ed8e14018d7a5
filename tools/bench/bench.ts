import type { Figures } from './figure.ts';

type BenchTools = {
  readonly rounds: number;
  /** Says how far the work is. */
  readonly say: (line: string) => void;
  /** Keeps something that was opened and closes it when the bench is over, however it ends; the last one first. */
  readonly keep: <T>(opened: T, close: (opened: T) => unknown) => T;
};

/** Measures some figures. What cannot be measured is thrown, never made up. */
export type Bench = (tools: BenchTools) => Promise<Figures>;

/** Runs a bench, and closes all that it kept. */
export async function runBench(bench: Bench, { rounds, say }: Pick<BenchTools, 'rounds' | 'say'>): Promise<Figures> {
  const closes: (() => unknown)[] = [];
  try {
    return await bench({
      rounds,
      say,
      keep(opened, close) {
        closes.push(() => close(opened));
        return opened;
      },
    });
  } finally {
    for (const close of closes.toReversed()) await close();
  }
}
