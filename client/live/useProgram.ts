import type { Program } from '#shared/domain/programs/program.ts';
import { programOf } from '#shared/session/programOf.ts';
import { useQuietView } from './LiveContext.tsx';

/** The program of this session. Undefined until the session is known. */
export function useProgram(): Program | undefined {
  return programOf(useQuietView().session);
}
