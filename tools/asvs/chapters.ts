import { API } from './api.ts';
import { AUTHENTICATION } from './authentication.ts';
import { AUTHORIZATION } from './authorization.ts';
import { CODING } from './coding.ts';
import { COMMUNICATION } from './communication.ts';
import { CONFIGURATION } from './configuration.ts';
import { CRYPTOGRAPHY } from './cryptography.ts';
import { DATA_PROTECTION } from './dataProtection.ts';
import { ENCODING } from './encoding.ts';
import { FILES } from './files.ts';
import { LOGGING } from './logging.ts';
import { OPEN_ID } from './openId.ts';
import { PAGES } from './pages.ts';
import type { Chapter } from './requirement.ts';
import { SESSIONS } from './sessions.ts';
import { TOKENS } from './tokens.ts';
import { VALIDATION } from './validation.ts';
import { WEB_RTC } from './webRtc.ts';

/** Every requirement that is answered, in the order of the standard. */
export const CHAPTERS: readonly Chapter[] = [
  ENCODING,
  VALIDATION,
  PAGES,
  API,
  FILES,
  AUTHENTICATION,
  SESSIONS,
  AUTHORIZATION,
  TOKENS,
  OPEN_ID,
  CRYPTOGRAPHY,
  COMMUNICATION,
  CONFIGURATION,
  DATA_PROTECTION,
  CODING,
  LOGGING,
  WEB_RTC,
];
