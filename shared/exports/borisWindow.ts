const START = 'window ';

/** A window as a state event of BORIS. It contains a space, and no code of a program does. */
export function windowBehavior(kind: string): string {
  return `${START}${kind}`;
}

/** The treatment phase of a window from `windowBehavior`. */
export function windowKind(behavior: string): string | undefined {
  return behavior.startsWith(START) ? behavior.slice(START.length) : undefined;
}
