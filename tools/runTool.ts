import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

export type ToolResult = { readonly code: number; readonly output: string };

/**
 * Runs a program of this package to its end. Output is collected, or shown as it comes. Never throws: a program that
 * cannot start ends with 127.
 */
export function runTool(
  command: readonly [string, ...string[]],
  options: { readonly shown?: boolean; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ToolResult> {
  const [executable, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(executable, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env, PATH: withOwnTools(process.env['PATH']) },
      stdio: ['ignore', options.shown ? 'inherit' : 'pipe', options.shown ? 'inherit' : 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function withOwnTools(path = ''): string {
  return [join(ROOT, 'node_modules/.bin'), path].join(delimiter);
}
