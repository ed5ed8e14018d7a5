import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A message as the mail server got it. */
type ReceivedMail = { readonly to: readonly string[]; readonly raw: string };

type Wanted = { readonly takesMail?: boolean; readonly password?: string };

/** A real mail server on a free port of this machine. It takes every message, none, or those of who knows its password. */
export async function aMailServer({ takesMail = true, password }: Wanted = {}) {
  const received: ReceivedMail[] = [];
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: password === undefined,
    disabledCommands: password === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth(given, _session, done) {
      if (given.password === password) done(null, { user: given.username });
      else done(new Error('Not that password.'));
    },
    onData(stream, session, done) {
      void text(stream).then((raw) => {
        if (!takesMail) {
          done(new Error('No mail today.'));
          return;
        }
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        for (const tell of waiting.splice(0)) tell();
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => void listening.once('listening', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  );
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    /** Resolves to the message with this number, from 1, as soon as it is here. */
    async mail(number: number): Promise<ReceivedMail> {
      while (received.length < number) await new Promise<void>((resolve) => void waiting.push(resolve));
      const found = received[number - 1];
      if (found === undefined) throw new Error('The message is not there.');
      return found;
    },
  };
}

/** The link in a message, with the line breaks of its encoding removed. */
export function linkIn({ raw }: ReceivedMail): string {
  const plain = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  const found = /https?:\/\/\S+\/set-password#[\w-]+/.exec(plain)?.[0];
  if (found === undefined) throw new Error(`The message has no link:\n${raw}`);
  return found;
}
