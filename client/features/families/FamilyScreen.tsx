import { createContext, use } from 'react';
import type { FamilyCourse } from '#client/planning/useFamilyCourse.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';

/** What each section of a family's page reads, and how it adds entries to the record. */
export type FamilyScreen = FamilyCourse & {
  readonly mayWrite: boolean;
  /** Throws if the server refuses. */
  readonly enter: (entry: FamilyEntry) => Promise<void>;
  /** Called when the reader gave the family away, so that the page is no longer theirs. */
  readonly onGone: () => void;
};

const Screen = createContext<FamilyScreen | undefined>(undefined);
export const FamilyScreenProvider = Screen.Provider;

export function useFamilyScreen(): FamilyScreen {
  const screen = use(Screen);
  if (screen === undefined) throw new Error('useFamilyScreen is for the sections of a family’s page');
  return screen;
}

/** The name of a person in the record. */
export function nameOf({ course }: Pick<FamilyScreen, 'course'>, caregiverId: string | null | undefined) {
  return course.caregivers.find((one) => one.caregiverId === caregiverId)?.name;
}
