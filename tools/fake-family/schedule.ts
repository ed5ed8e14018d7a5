/** When something is heard. */
export type Timed = { readonly startMs: number; readonly endMs: number };

/** Spreads the lines of each turn over its time with equal pauses, so that nobody talks over another. */
export function scheduleTurns<T extends { readonly ms: number }>(
  turns: readonly (readonly T[])[],
  turnMs: number,
): (T & Timed)[] {
  return turns.flatMap((spoken, turn) => scheduleTurn(spoken, turn * turnMs, turnMs));
}

function scheduleTurn<T extends { readonly ms: number }>(
  spoken: readonly T[],
  beginsMs: number,
  turnMs: number,
): (T & Timed)[] {
  const spokenMs = spoken.reduce((sum, { ms }) => sum + ms, 0);
  const pauseMs = Math.floor((turnMs - spokenMs) / (spoken.length + 1));
  if (pauseMs < 0) throw new Error(`A turn of ${turnMs} ms has ${spokenMs} ms of speech: shorten its lines.`);
  let at = beginsMs;
  return spoken.map((line) => {
    const startMs = at + pauseMs;
    at = startMs + line.ms;
    return { ...line, startMs, endMs: at };
  });
}
