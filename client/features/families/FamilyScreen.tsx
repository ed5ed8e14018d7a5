import { createContext, use } from 'react';
import type { FamilyCourse } from '#client/planning/useFamilyCourse.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';

/** What every section of a family's page reads, and how it enters something into the record. */
export type FamilyScreen = FamilyCourse & {
  readonly mayWrite: boolean;
  /** Throws what the server refused. */
  readonly enter: (entry: FamilyEntry) => Promise<void>;
};

const Screen = createContext<FamilyScreen | undefined>(undefined);
export const FamilyScreenProvider = Screen.Provider;

export function useFamilyScreen(): FamilyScreen {
  const screen = use(Screen);
  if (screen === undefined) throw new Error('useFamilyScreen is for the sections of a family’s page');
  return screen;
}

/** Finds what somebody in the record is called. */
export function nameOf({ course }: Pick<FamilyScreen, 'course'>, caregiverId: string | null | undefined) {
  return course.caregivers.find((one) => one.caregiverId === caregiverId)?.name;
}
