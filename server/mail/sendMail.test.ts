import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { accountLinkMail } from './accountMails.ts';
import { createSendMail } from './sendMail.ts';
import { aMailServer, linkIn } from './testing/aMailServer.ts';

const URL_OF_LINK = 'https://clinic.example/set-password#a-secret-of-many-letters-and-some-more-of-them-0123456789';

const mailFor = (name: string, clinicName = 'Harbor Street Clinic') =>
  accountLinkMail({
    to: { name, email: 'ida@clinic.example' },
    purpose: 'invitation',
    clinicName,
    url: URL_OF_LINK,
    until: 'March 9',
  });

const open = (url: string) => createSendMail({ url, from: 'earshot@clinic.example', needsTls: false });

test('a message arrives at the person’s address, with its link whole', async () => {
  const server = await aMailServer();
  await open(server.url)(mailFor('Ida Berg'));
  const mail = await server.mail(1);
  expect(mail.to).toEqual(['ida@clinic.example']);
  expect(linkIn(mail)).toBe(URL_OF_LINK);
  expect(mail.raw).toContain('Subject: Your account for Earshot at Harbor Street Clinic');
});

test('a name cannot add an address or a header', async () => {
  const server = await aMailServer();
  await open(server.url)(
    mailFor('Ida <eve@elsewhere.example>\r\nBcc: eve@elsewhere.example', 'A\r\nBcc: eve@elsewhere.example'),
  );
  const mail = await server.mail(1);
  expect(mail.to).toEqual(['ida@clinic.example']);
  const [headers] = mail.raw.split('\r\n\r\n', 1);
  expect(headers).not.toMatch(/^Bcc:/im);
});

test('a message that the server does not take is a failure, which does not say to whom it was', async () => {
  const server = await aMailServer({ takesMail: false });
  const failed = await open(server.url)(mailFor('Ida Berg')).catch((error: unknown) => error);
  expect(String(failed)).toMatch(/did not take a message \(\w+, 4\d\d\)/);
  expect(inspect(failed, { depth: null, showHidden: true })).not.toMatch(/ida@|No mail today/i);
});

test('nothing is sent over a connection that is not encrypted, where that is required', async () => {
  const server = await aMailServer();
  const send = createSendMail({ url: server.url, from: 'earshot@clinic.example', needsTls: true });
  await expect(send(mailFor('Ida Berg'))).rejects.toThrow();
  expect(server.received).toEqual([]);
});
