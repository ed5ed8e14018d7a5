import type { MailServer } from '#server/config/config.ts';
import { readSecretText } from '#server/config/readSecretText.ts';
import { createSendMail, type SendMail } from './sendMail.ts';

/** Mail through the clinic's server, with the password of its file if there is one. */
export function openMail(server: MailServer): SendMail {
  if (server.passwordFile === undefined) return createSendMail(server);
  const password = readSecretText('SMTP_PASSWORD_FILE', { from: 'file', file: server.passwordFile });
  const url = new URL(server.url);
  url.password = encodeURIComponent(password);
  return createSendMail({ ...server, url: url.href });
}
