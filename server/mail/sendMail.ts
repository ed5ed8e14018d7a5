import { createTransport } from 'nodemailer';
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
    await transport.sendMail(mail);
  };
}
