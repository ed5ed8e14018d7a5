import type { ReactNode } from 'react';
import { HttpError } from '#client/api/http.ts';
import { ErrorNote } from './ErrorNote.tsx';

/** The server's own words for what it refused. `undefined` for any other failure, which has the usual message. */
export function sayRefusal(failure: unknown): ReactNode {
  if (!(failure instanceof HttpError) || failure.problem !== 'refused' || failure.said === undefined) return undefined;
  return <ErrorNote happened={failure.said} />;
}
