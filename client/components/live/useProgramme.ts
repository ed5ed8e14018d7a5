import { findProgramme } from '#shared/domain/programmes/findProgramme.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { useLiveView } from './LiveContext.tsx';

/** The programme of this session, or undefined until the session is known. */
export function useProgramme(): Programme | undefined {
  return findProgramme(useLiveView().session.programme);
}
