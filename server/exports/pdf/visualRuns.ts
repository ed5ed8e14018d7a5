import bidiFactory from 'bidi-js';

/** A piece of a line that is drawn at once: in one font and one direction. Its text is in reading order. */
export type VisualRun<Face> = { readonly text: string; readonly face: Face; readonly isRightToLeft: boolean };

const bidi = bidiFactory();

/** The marks that isolate a name from its surroundings. They affect the order and are not drawn. */
const ISOLATES = /[\u2066-\u2069]/u;

/** The pieces of a line from left to right, by the Unicode Bidirectional Algorithm (UAX #9). */
export function visualRuns<Face>(
  line: string,
  faceOf: (letter: string, before: Face | undefined) => Face,
): readonly VisualRun<Face>[] {
  const embedding = bidi.getEmbeddingLevels(line, 'ltr');
  const mirrored = bidi.getMirroredCharactersMap(line, embedding.levels);
  const runs: { text: string; face: Face; level: number }[] = [];
  let at = 0;
  for (const letter of line) {
    const last = runs.at(-1);
    const face = faceOf(letter, last?.face);
    const level = embedding.levels[at] ?? 0;
    const drawn = mirrored.get(at) ?? letter;
    at += letter.length;
    if (ISOLATES.test(letter)) continue;
    if (last?.face === face && last.level === level) last.text += drawn;
    else runs.push({ text: drawn, face, level });
  }
  return inVisualOrder(runs).map(({ text, face, level }) => ({ text, face, isRightToLeft: level % 2 === 1 }));
}

/** Rule L2: from the highest level to the lowest odd one, each span of that level or higher is reversed. */
function inVisualOrder<Run extends { readonly level: number }>(runs: readonly Run[]): readonly Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    let from = 0;
    while (from < ordered.length) {
      if ((ordered[from]?.level ?? 0) < level) {
        from += 1;
        continue;
      }
      let to = from;
      while ((ordered[to]?.level ?? -1) >= level) to += 1;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}
