import type { Reply } from '#shared/protocol/reply.ts';
import type { Terminal } from './runCommand.ts';

type Opened = { readonly close: () => Promise<void> };

/** Runs a command on what was opened for it, and closes that afterwards. If it could not be opened, says why and fails. */
export async function runOn<O extends Opened>(
  opened: Reply<O>,
  { complain }: Pick<Terminal, 'complain'>,
  run: (opened: O) => Promise<number>,
): Promise<number> {
  if (!opened.ok) {
    complain(opened.error.message);
    return 1;
  }
  try {
    return await run(opened.value);
  } finally {
    await opened.value.close();
  }
}
