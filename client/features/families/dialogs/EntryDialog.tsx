import type { ReactNode } from 'react';
import type { z } from 'zod';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { sayRefusal } from '#client/ui/sayRefusal.tsx';
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
