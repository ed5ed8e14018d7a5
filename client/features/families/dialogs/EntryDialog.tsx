import type { ReactNode } from 'react';
import type { z } from 'zod';
import { HttpError } from '#client/api/http.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

type Props<S extends z.ZodType> = {
  readonly title: string;
  readonly submitLabel: string;
  readonly schema: S;
  readonly onClose: () => void;
  readonly children: (isMissing: (name: string) => boolean) => ReactNode;
};

/** A short form for one entry in the family's record. Refusals are shown in the record's own words. */
export function EntryDialog<S extends z.ZodType<FamilyEntry>>(props: Props<S>) {
  const { enter } = useFamilyScreen();
  return <FormDialog {...props} send={enter} sayFailure={sayRefusal} />;
}

/** A refusal in the record's own words. */
export function sayRefusal(failure: unknown): ReactNode {
  if (!(failure instanceof HttpError) || failure.problem !== 'refused' || failure.said === undefined) return undefined;
  return <ErrorNote happened={failure.said} />;
}
