import { expect } from 'vitest';

/** For tests: the claims of each statement. Two statements contradict each other if one denies the other's claim. */
export type Claims = Readonly<Record<string, readonly string[]>>;

type Screens<Scene> = {
  /** Every state of the screen that affects its text. */
  readonly scenes: () => Iterable<Scene>;
  readonly statementsOf: (scene: Scene) => readonly string[];
};

/** What is true, as claims: the name of a claim, or `!` and the name if it is false. */
export function truthsOf(known: Readonly<Record<string, boolean>>): ReadonlySet<string> {
  return new Set(Object.entries(known).map(([claim, is]) => (is ? claim : `!${claim}`)));
}

/** In every state of a screen, each statement on it is true; and each statement with claims appears in some state. */
export function expectEachToBeTrue<Scene>(
  { scenes, statementsOf }: Screens<Scene>,
  claims: Claims,
  truths: (scene: Scene) => ReadonlySet<string>,
): void {
  const said = new Set<string>();
  for (const scene of scenes()) {
    const so = truths(scene);
    for (const statement of statementsOf(scene)) {
      said.add(statement);
      const wrong = claims[statement]?.filter((claim) => !so.has(claim)) ?? ['claims nothing yet'];
      if (wrong.length > 0) expect(wrong, `${statement}, where ${[...so].join(', ')}`).toEqual([]);
    }
  }
  expect([...said].sort()).toEqual(Object.keys(claims).sort());
}

/** The pairs of statements that appear together in some state of the screen, sorted. */
export function pairsTogether<Scene>({ scenes, statementsOf }: Screens<Scene>): readonly string[] {
  const pairs = new Set<string>();
  for (const scene of scenes()) {
    const statements = statementsOf(scene);
    for (const [place, one] of statements.entries())
      for (const other of statements.slice(place + 1)) pairs.add(`${one} + ${other}`);
  }
  return [...pairs].sort();
}
