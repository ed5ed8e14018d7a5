import { z } from 'zod';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';

/** What a node tells the others, because it may concern a session that they have. */
export const Notice = z.discriminatedUnion('what', [
  /** An agreement, consent or level of the family changed. */
  z.strictObject({ what: z.literal('agreement-changed'), familyId: FamilyId }),
  z.strictObject({ what: z.literal('family-erased'), familyId: FamilyId }),
  /** Something was written to the log of a closed session. */
  z.strictObject({ what: z.literal('written'), sessionId: SessionId }),
]);
export type Notice = z.infer<typeof Notice>;

/** Between the nodes of a clinic. Nobody waits for a notice: it may be lost when a node or the database ends. */
export type Notices = {
  readonly tell: (notice: Notice) => void;
  /** Calls back for each notice of another node. */
  readonly onTold: (hear: (notice: Notice) => void) => void;
};

/** The one server of a clinic has nobody to tell. */
export const NO_NOTICES: Notices = { tell: () => undefined, onTold: () => undefined };
