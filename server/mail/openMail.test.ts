import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { openMail } from './openMail.ts';
import { aMailServer } from './testing/aMailServer.ts';

test.for(['plain', 'p@ss:w/rd?#', '100% a%41 ü'])(
  'the mail server gets the password “%s” of a file',
  async (password) => {
    const server = await aMailServer({ password });
    const passwordFile = join(aFolder(), 'password');
    writeFileSync(passwordFile, `${password}\n`);
    const url = new URL(server.url);
    url.username = 'earshot';
    const send = openMail({ url: url.href, from: 'earshot@clinic.example', needsTls: false, passwordFile });
    await send({ to: { name: 'Ida', address: 'ida@clinic.example' }, subject: 'Hello', text: 'Hello.' });
    expect(server.received).toHaveLength(1);
  },
);
