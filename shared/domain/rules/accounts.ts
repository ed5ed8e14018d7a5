import { ACCOUNT_LINK_LASTS_MS, ASK_FOR_LINK_EVERY_MS } from '../accountLinks.ts';
import { FAILURES_COUNT_FOR_MS, MOST_FAILURES } from '../attempts.ts';
import { CONFIRMED_FOR_MS } from '../confirmation.ts';
import { PASSWORD_LENGTH } from '../passwordLength.ts';
import { APP_CODE_MS, CHALLENGE_LASTS_MS, RECOVERY_CODES } from '../secondFactor.ts';
import { IDLE_MINUTES, LASTS_HOURS, MOST_SIGN_INS } from '../signInEnd.ts';
import { days, hours, minutes, seconds } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';

export const ACCOUNTS: RuleArea = {
  title: 'Accounts of staff (PER)',
  rules: [
    rule('PER10', ['permission', 'log'], {
      says: `A person sets their own password by a link. An admin sends it, or the person asks for it on the sign-in page. It works once, for ${days(ACCOUNT_LINK_LASTS_MS.invitation)} as an invitation and for ${hours(ACCOUNT_LINK_LASTS_MS.password)} as a password link, and only its hash is stored. Opening its page does not use it up. Setting the password ends every other link and every sign-in of the person. A person can request at most one link every ${minutes(ASK_FOR_LINK_EVERY_MS)}, and the page never says whether an address has an account. A password has ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters of any kind, and more than a hundred million guesses are needed to find it by somebody who tries common passwords, English words, names, rows of keys and dates first, and also the words of the person’s name and address, of the clinic’s name, and “Earshot”.`,
    }),
    rule('PER11', ['permission'], {
      says: `Where the clinic requires it, a sign-in with a password opens nothing until a second factor is provided: no other route and no socket answers. A person without one sets one up first. A person who has one must provide it even where it is not required. The code of an authenticator app works once, in its own ${seconds(APP_CODE_MS)} and the next. ${RECOVERY_CODES} recovery codes are shown once, each works once, and only their hashes are stored. An admin can remove the second factor of somebody who lost it, which ends all their sign-ins. A new clinic requires a second factor. A demo link replaces it. A person who signs in again in the same browser before the sign-in has ended does not have to provide it again.`,
    }),
    rule('PER12', ['permission'], {
      says: `After ${MOST_FAILURES.account} wrong passwords at the sign-in of one account, or ${MOST_FAILURES.address} from one address, within ${minutes(FAILURES_COUNT_FOR_MS)}, further ones are refused until that time is over. Wrong codes, together with wrong passwords at a confirmation (PER13), are limited in the same way. An IPv6 address counts as the network of its household.`,
    }),
    rule('PER13', ['permission'], {
      says: `Before an export, and before a change of their password, their second factor, another person’s account or the clinic’s sign-in settings, and before they end a sign-in in another browser, a person confirms who they are with a password or code, unless they did so in the last ${minutes(CONFIRMED_FOR_MS)}. Whoever changes their password gives the current one as well. After a confirmation or a second factor (PER11) the sign-in goes on under a new token, and the former one ends. The row of a route says that it asks. The demo does not ask.`,
    }),
    rule('PER14', ['permission', 'wire'], {
      says: `A sign-in ends after ${IDLE_MINUTES.usual} minutes without a request, and in any case after ${LASTS_HOURS.usual} hours; a clinic may choose other limits. An account has at most ${MOST_SIGN_INS} sign-ins: with one more, the one that was used least recently ends. Sign-ins that still lack their second factor are counted separately. What a page asks by itself does not count as use. Being connected to a live session does. The demo has no limit for use.`,
    }),
    rule('PER16', ['permission'], {
      says: `A passkey signs in by itself, as both steps: it counts only if its device checked who holds it, and only for the address that people open. It signs a challenge that is good once, for ${minutes(CHALLENGE_LASTS_MS)}, and for one purpose. A passkey also is the second step after a password, and confirms who it is (PER13). Removing one ends the person’s other sign-ins.`,
    }),
    rule('PER17', ['permission'], {
      says: `A clinic may have an identity provider (OpenID Connect). Only somebody who was invited signs in there: at first by an address that the provider verified, and from then on by the provider’s own name for the person. The answer of the provider counts once, within ${minutes(CHALLENGE_LASTS_MS)}, in the browser that asked for it. A person still provides a second factor (PER11), unless the provider says that it asked for two (amr or acr) and the clinic accepts this. Where the operator says so, anybody who has ever signed in at the provider can then sign in only there.`,
    }),
    rule('PER18', ['permission'], {
      says: `A caregiver has no account. In the diary that a link opened, they may keep a passkey (PER16), which opens the same diary on any of their devices. It ends when the caregiver removes it, when that link is withdrawn, and with the diary when the course ends.`,
    }),
  ],
};
