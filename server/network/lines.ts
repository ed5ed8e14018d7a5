/** Lines of requests by key: a few are answered at a time, the others wait for their turn. */
type Lines = {
  /**
   * Resolves when it is this one's turn, to what ends the turn, which is safe to call twice. Undefined if too many wait
   * already.
   */
  readonly enter: (key: string, atOnce: number) => Promise<() => void> | undefined;
  readonly size: () => number;
};

type Line = { inside: number; readonly waiting: (() => void)[] };

export function createLines(mostWaiting: number): Lines {
  const lines = new Map<string, Line>();

  function leaveOnce(key: string, line: Line): () => void {
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = line.waiting.shift();
      // What others sent in the meantime is read first.
      if (next !== undefined) setImmediate(next);
      else if ((line.inside -= 1) === 0) lines.delete(key);
    };
  }

  return {
    enter(key, atOnce) {
      const line = lines.get(key) ?? { inside: 0, waiting: [] };
      lines.set(key, line);
      if (line.inside < atOnce) {
        line.inside += 1;
        return Promise.resolve(leaveOnce(key, line));
      }
      if (line.waiting.length >= mostWaiting) return undefined;
      return new Promise((enter) => line.waiting.push(() => enter(leaveOnce(key, line))));
    },
    size: () => lines.size,
  };
}
