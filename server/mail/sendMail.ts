import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { MailServer } from '#server/config/config.ts';

export type Mail = {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
};

/** Hands a message to the clinic's mail server. Rejects if the server does not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** How long the mail server may take for each step, in ms. An admin waits for the answer. */
const MAIL_TIMEOUT_MS = 10_000;

export function createSendMail({ url, from, needsTls }: Omit<MailServer, 'passwordFile'>): SendMail {
  const transport = createTransport(
    {
      url,
      requireTLS: needsTls,
      connectionTimeout: MAIL_TIMEOUT_MS,
      greetingTimeout: MAIL_TIMEOUT_MS,
      socketTimeout: MAIL_TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return async (mail) => {
    await transport.sendMail(mail).catch((error: unknown) => {
      throw new MailNotSentError(error);
    });
  };
}

/** Why a message was not taken, without its recipient and text, which the library's own error has: this one is logged. */
class MailNotSentError extends Error {
  override readonly name = 'MailNotSentError';

  constructor(error: unknown) {
    const { code, responseCode } = Why.parse(error);
    super(`The mail server did not take a message (${[code, responseCode].filter(Boolean).join(', ')}).`);
  }
}

const Why = z
  .object({ code: z.string().optional(), responseCode: z.number().optional() })
  .catch({ code: undefined, responseCode: undefined });
