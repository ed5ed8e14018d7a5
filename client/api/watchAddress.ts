/** Answers whether this browser shows another page than at this moment. A page that breaks keeps its address. */
export function watchAddress(): () => boolean {
  const here = location.pathname;
  return () => location.pathname !== here;
}
