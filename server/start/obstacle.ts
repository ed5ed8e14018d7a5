/** A reason why the server cannot start: what was found (without a full stop), and what to do about it. */
export type Obstacle = { readonly found: string; readonly advice: string };

export const inOneText = ({ found, advice }: Obstacle): string => `${found}.\n${advice}`;
