import { availableParallelism } from 'node:os';
import { runTool, type ToolResult } from './runTool.ts';

type Check = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly alsoNeeds?: (outcome: ToolResult) => boolean;
};

type CheckResult = { readonly name: string; readonly passed: boolean; readonly ms: number };

/** The longest first: on two cores the first takes as long as all others together. */
const CHECKS: readonly Check[] = [
  { name: 'lint', command: ['eslint', '.', '--max-warnings=0'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'format', command: ['prettier', '--check', '.'] },
  {
    name: 'boundaries',
    command: ['depcruise', 'client', 'server', 'shared', 'e2e', 'tools', '--config', '.dependency-cruiser.mjs'],
    alsoNeeds: cruisedSomething,
  },
  // Dynamic imports, and files that Vitest is told to load, are text that this tool does not read.
  {
    name: 'exports',
    command: [
      'ts-unused-exports',
      'tools/unusedExports.json',
      '--excludePathsFromReport=Page.tsx;FamilyScreen.tsx;RecordingQuestion.tsx;i18n/en;.config.ts;testing/migratedFile.ts;testing/postgresSetup.ts',
    ],
  },
  { name: 'licenses', command: ['node', 'tools/licenses.ts', '--check'] },
];

/**
 * Runs every check, as many at once as there are cores, with one line for each when it ends, and the output of those
 * that fail.
 */
export async function runChecks(print: (line: string) => void): Promise<CheckResult[]> {
  const left = CHECKS.values();
  const results: CheckResult[] = [];
  async function runThoseLeft() {
    for (const check of left) results.push(await run(check, print));
  }
  await Promise.all(Array.from({ length: availableParallelism() }, runThoseLeft));
  return results;
}

async function run({ name, command, alsoNeeds }: Check, print: (line: string) => void): Promise<CheckResult> {
  const began = performance.now();
  const outcome = await runTool(command);
  const passed = outcome.code === 0 && (alsoNeeds?.(outcome) ?? true);
  const ms = Math.round(performance.now() - began);
  print(`${passed ? '✓' : '✗'} ${name.padEnd(10)} ${(ms / 1000).toFixed(1).padStart(5)} s`);
  if (!passed) print(outcome.output);
  return { name, passed, ms };
}

/** If it does not know the compiler, dependency-cruiser finds no modules and reports success. */
export function cruisedSomething({ output }: Pick<ToolResult, 'output'>): boolean {
  return Number(/\((\d+) modules/.exec(output)?.[1] ?? 0) > 0;
}
