/** What is needed to enter a level. */
type LevelGate =
  /** All caregivers of the family have reached this stage of the course. */
  | { readonly is: 'stage'; readonly stage: string; readonly rule: string }
  /** Each caregiver's last windows of the levels' phase that can be judged, this many of them, showed mastery. */
  | { readonly is: 'mastered'; readonly windows: number; readonly rule: string };

/** One step in bringing commands into a family's life; levels are listed in order. Rules LVL1 to LVL5. */
export type Level = {
  readonly id: string;
  readonly name: string;
  /** One sentence for the therapist on what is coached at this level. */
  readonly purpose: string;
  /** The family's home practice at this level, in words for the family. Rule LVL5. */
  readonly homeTask: string;
  readonly gate: LevelGate;
};

/** The levels of one treatment phase. */
export type Levels = {
  readonly phase: string;
  readonly all: readonly [Level, ...Level[]];
  /** From this level on, a broken house rule can lead straight to time-out. Rule LVL3. */
  readonly houseRulesFrom: string;
};

type Leveled = { readonly levels?: Levels };

/** The level with this id, or undefined. */
export function findLevel({ levels }: Leveled, id: string | null | undefined): Level | undefined {
  return levels?.all.find((level) => level.id === id);
}

/** A level's place, from 0; -1 if the family has not begun the first. */
export function levelPlace({ levels }: Leveled, id: string | null): number {
  return levels?.all.findIndex((level) => level.id === id) ?? -1;
}

/** Whether house rules apply at a level: from their own level on, and always in a program without levels. Rule LVL3. */
export function hasHouseRules(program: Leveled, level: string | null): boolean {
  const { levels } = program;
  return levels === undefined || levelPlace(program, level) >= levelPlace(program, levels.houseRulesFrom);
}
