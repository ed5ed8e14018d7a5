import { execFileSync } from 'node:child_process';

/** Child processes whose command contains this text. */
export function childrenOf(pid: number, named: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().trim().split('\n');
  const processes = lines.map((line) => {
    const [, id = '', parent = '', args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return { id: Number(id), parent: Number(parent), args };
  });
  const below = (root: number): typeof processes =>
    processes.filter(({ parent }) => parent === root).flatMap((one) => [one, ...below(one.id)]);
  return below(pid)
    .filter(({ args }) => args.includes(named) && !args.startsWith('sh '))
    .map(({ id }) => id);
}
