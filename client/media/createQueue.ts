/** Creates a queue. Each piece of work starts when the previous one has finished or failed. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined); // the caller of that work gets the error
    return turn;
  };
}
