/** Returns a function that says whether this browser now shows another page. A page that crashes keeps its address. */
export function watchAddress(): () => boolean {
  const here = location.pathname;
  return () => location.pathname !== here;
}
