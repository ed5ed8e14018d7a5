/** What opens the way into a level. */
export type LevelGate =
  /** Everyone of the family has come to this stage of the course. */
  | { readonly is: 'stage'; readonly stage: string; readonly rule: string }
  /** Each caregiver's last windows of the levels' phase that can be judged, so many of them, were mastered. */
  | { readonly is: 'mastered'; readonly windows: number; readonly rule: string };

/** One step of how commands are brought into a family's life, in the order they are met. Rules LVL1 to LVL5. */
export type Level = {
  readonly id: string;
  readonly name: string;
  /** What is coached at it, in a sentence for the therapist. */
  readonly purpose: string;
  /** What the family does at home at it, in its own words. Rule LVL5. */
  readonly homeTask: string;
  readonly gate: LevelGate;
};

/** The levels of one treatment phase. */
export type Levels = {
  readonly phase: string;
  readonly all: readonly [Level, ...Level[]];
  /** From this level on a broken house rule may lead straight to time-out. Rule LVL3. */
  readonly houseRulesFrom: string;
};

type Leveled = { readonly levels?: Levels };

/** The level of this id, or undefined. */
export function findLevel({ levels }: Leveled, id: string | null | undefined): Level | undefined {
  return levels?.all.find((level) => level.id === id);
}

/** A level's place, from 0; -1 where a family has not begun with the first. */
export function levelPlace({ levels }: Leveled, id: string | null): number {
  return levels?.all.findIndex((level) => level.id === id) ?? -1;
}

/** Whether house rules hold at a level: from theirs on, and wherever a program has no levels. Rule LVL3. */
export function hasHouseRules(program: Leveled, level: string | null): boolean {
  const { levels } = program;
  return levels === undefined || levelPlace(program, level) >= levelPlace(program, levels.houseRulesFrom);
}
