import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { StoreFault } from './storeFault.ts';
import type { StoreHealth } from './storeHealth.ts';

export type Db = Kysely<Tables>;

/** An open database. `close` is safe to call twice. */
export type OpenDatabase = { readonly db: Db; readonly health: StoreHealth; readonly close: () => Promise<void> };

/** Called when the store stops accepting writes, and with undefined when it accepts them again. */
export type OnTrouble = (fault: StoreFault | undefined) => void;
