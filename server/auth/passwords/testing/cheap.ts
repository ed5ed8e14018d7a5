import type { HashCost } from '../passwordHashes.ts';

/** For tests, which make many accounts. A hash of this cost is as good as none. */
export const CHEAP: HashCost = { N: 2, r: 1, p: 1 };
