import { expect } from 'vitest';

/** For tests: what each statement of a screen claims. Two of them contradict each other where one claims what the other denies. */
export type Claims = Readonly<Record<string, readonly string[]>>;

type Screens<Scene> = {
  /** Every state that the screen can be in, as far as something is said of it. */
  readonly scenes: () => Iterable<Scene>;
  readonly statementsOf: (scene: Scene) => readonly string[];
};

/** What is so, in the words of the claims: a claim by its name, what is not so with a `!` before it. */
export function truthsOf(known: Readonly<Record<string, boolean>>): ReadonlySet<string> {
  return new Set(Object.entries(known).map(([claim, is]) => (is ? claim : `!${claim}`)));
}

/** Whatever state a screen is in, each thing that it says is so; and each statement that has claims is said somewhere. */
export function expectEachToBeSo<Scene>(
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

/** The pairs of statements that stand together in some state of the screen, in order. */
export function pairsTogether<Scene>({ scenes, statementsOf }: Screens<Scene>): readonly string[] {
  const pairs = new Set<string>();
  for (const scene of scenes()) {
    const statements = statementsOf(scene);
    for (const [place, one] of statements.entries())
      for (const other of statements.slice(place + 1)) pairs.add(`${one} + ${other}`);
  }
  return [...pairs].sort();
}
