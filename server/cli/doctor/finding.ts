/** One thing that the doctor checked. `advice` says what to do if it is not in order. */
export type Finding = {
  readonly name: string;
  readonly state: 'good' | 'missing' | 'optional';
  readonly found: string;
  readonly advice?: string;
};

export type Probe = (env: NodeJS.ProcessEnv) => Promise<Finding>;

export const canRun = (findings: readonly Finding[]): boolean => findings.every(({ state }) => state !== 'missing');

const MARKS = { good: '✓', missing: '✗', optional: '·' } as const;

export function reportLines(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, state, found, advice }) => [
    `${MARKS[state]} ${name.padEnd(width)}  ${found}`,
    ...(advice ? [`  ${' '.repeat(width)}  → ${advice}`] : []),
  ]);
  return [...lines, '', canRun(findings) ? 'Earshot can run here.' : 'Earshot cannot run here yet.'];
}
