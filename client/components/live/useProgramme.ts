import { findProgramme } from '#shared/domain/programmes/findProgramme.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { useQuietView } from './LiveContext.tsx';

/** The programme of this session, or undefined until the session is known. */
export function useProgramme(): Programme | undefined {
  return findProgramme(useQuietView().session.programme);
}
