import type { CommandName } from '#shared/domain/permissions.ts';
import type { OutputOf, ParsedInputOf } from '#shared/protocol/contract.ts';
import type { Reply } from '#shared/protocol/reply.ts';

/** Answers one command of one caller, once it is parsed and permitted. */
type Answer<N extends CommandName> = (input: ParsedInputOf<N>) => Reply<OutputOf<N>> | Promise<Reply<OutputOf<N>>>;

export type AnswersTo<N extends CommandName> = { readonly [K in N]: Answer<K> };

export type Answers = AnswersTo<CommandName>;
