import type { AccountLinkPurpose } from '#shared/domain/accountLinks.ts';
import type { LinkHolder } from '#shared/protocol/http/accountLinks.ts';
import type { NewPerson } from '#shared/protocol/http/people.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** A link that was just made, and whom it is for. */
export type MadeAccountLink = {
  readonly userId: ParticipantId;
  readonly name: string;
  readonly email: string;
  readonly purpose: AccountLinkPurpose;
  readonly link: { readonly secret: string; readonly expiresAt: Date };
};

/** Links by which people set their own passwords. Rule PER10. */
export type AccountLinkRecords = {
  /** Makes an account without a password, and its first link. Undefined if the email address has an account already. */
  readonly invitePerson: (person: NewPerson, now: Date) => Promise<MadeAccountLink | undefined>;
  /** A link in place of all earlier ones of this person. Undefined if the account is unknown or deactivated. */
  readonly replaceAccountLinks: (userId: ParticipantId, now: Date) => Promise<MadeAccountLink | undefined>;
  /**
   * A link for somebody who asks for it by their address. Earlier links stay valid, because anybody could ask. Undefined
   * if there is no such account, or one was made a moment ago.
   */
  readonly makeOwnAccountLink: (email: string, now: Date) => Promise<MadeAccountLink | undefined>;
  readonly findAccountLink: (secret: string, now: Date) => Promise<LinkHolder | undefined>;
  /** Sets the password, uses up every link of the person and ends their sign-ins. Undefined if the link is not valid. */
  readonly useAccountLink: (secret: string, passwordHash: string, now: Date) => Promise<LinkHolder | undefined>;
  /**
   * Removes an account that nobody ever signed in to, or deactivates it if families were on its caseload. False if there
   * is no such invitation.
   */
  readonly withdrawInvitation: (userId: ParticipantId) => Promise<boolean>;
};
