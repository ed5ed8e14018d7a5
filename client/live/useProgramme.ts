import type { Programme } from '#shared/domain/programmes/programme.ts';
import { programmeOf } from '#shared/session/programmeOf.ts';
import { useQuietView } from './LiveContext.tsx';

/** The programme of this session, or undefined until the session is known. */
export function useProgramme(): Programme | undefined {
  return programmeOf(useQuietView().session);
}
