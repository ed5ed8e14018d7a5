import { useCallback, useEffect, useState } from 'react';
import { call, HttpError } from '#client/api/http.ts';
import { CONSENT_WORDINGS } from '#shared/domain/consent/consentPurposes.ts';
import type { OwnAnswer, OwnConsents } from '#shared/protocol/http/ownConsents.ts';
import { EntryId } from '#shared/protocol/ids.ts';

export type Answering = Pick<OwnAnswer, 'purpose' | 'about' | 'answer' | 'assent'>;

/** `refusal`: the server's words, if it said no. */
type Failure = { readonly refusal: string | undefined };
const failureOf = (error: unknown): Failure => ({ refusal: error instanceof HttpError ? error.said : undefined });

/** What the caregiver whose page is open agreed to, and how to answer. Nothing changes until the clinic has it. */
export function useOwnConsents() {
  const [consents, setConsents] = useState<OwnConsents>();
  const [unread, setUnread] = useState<Failure>();
  const [unsaved, setUnsaved] = useState<Failure>();
  const [is, setIs] = useState<'idle' | 'busy' | 'saved'>('idle');

  const load = useCallback(() => {
    call('own-consents:read').then(setConsents, (error: unknown) => setUnread(failureOf(error)));
  }, []);
  useEffect(load, [load]);
  function read() {
    setUnread(undefined);
    load();
  }

  async function answer(given: Answering): Promise<void> {
    if (consents === undefined) return;
    setIs('busy');
    setUnsaved(undefined);
    const entryId = EntryId.parse(crypto.randomUUID());
    const wording = CONSENT_WORDINGS[given.purpose].version;
    const body = { ...given, entryId, wording, caregiverId: consents.caregiverId };
    try {
      setConsents(await call('own-consents:answer', { body }));
      setIs('saved');
    } catch (error) {
      setUnsaved(failureOf(error));
      setIs('idle');
    }
  }

  return { consents, unread, unsaved, is, read, answer };
}
