import { useState } from 'react';
import { EntryId } from '#shared/protocol/ids.ts';

/** The id of a form's entry, made once: an entry sent twice counts once. */
export function useEntryId(): EntryId {
  const [entryId] = useState(() => EntryId.parse(crypto.randomUUID()));
  return entryId;
}
