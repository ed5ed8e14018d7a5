import type { FactDraft } from '#shared/protocol/facts.ts';

/** Something that happened in a past session, at session time in ms. */
export type Step = { readonly at: number; readonly draft: FactDraft };
