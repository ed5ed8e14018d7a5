const START = 'window ';

/** A window as a state event of BORIS. No code of a program has a blank. */
export function windowBehavior(kind: string): string {
  return `${START}${kind}`;
}

/** The treatment phase of a window out of `windowBehavior`. */
export function windowKind(behavior: string): string | undefined {
  return behavior.startsWith(START) ? behavior.slice(START.length) : undefined;
}
