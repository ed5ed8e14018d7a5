import { useState } from 'react';
import { EntryId } from '#shared/protocol/ids.ts';

/** The id of what a form will enter, made once: an entry that is sent twice counts once. */
export function useEntryId(): EntryId {
  const [entryId] = useState(() => EntryId.parse(crypto.randomUUID()));
  return entryId;
}
