import type { Figures } from './figure.ts';

export type BenchTools = {
  readonly rounds: number;
  readonly say: (line: string) => void;
  /** Registers something to close when the bench ends, however it ends; the last one first. */
  readonly keep: <T>(opened: T, close: (opened: T) => unknown) => T;
};

/** Measures some figures. Throws if something cannot be measured. */
export type Bench = (tools: BenchTools) => Promise<Figures>;

/** Runs a bench and closes everything it registered. */
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
