import { parseArgs } from 'node:util';
import { counted } from '#shared/domain/counted.ts';
import type { AuditFault, AuditHead } from '#server/audit/auditChain.ts';
import { readConfig } from '#server/config/config.ts';
import { openMail } from '#server/mail/openMail.ts';
import type { SendMail } from '#server/mail/sendMail.ts';
import type { Db } from '#server/storage/db.ts';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { openWithoutKeys } from '../openWithoutKeys.ts';
import { readTextFile } from '../readTextFile.ts';
import { type Command, type Terminal, UsageError } from '../runCommand.ts';
import { runOn } from '../runOn.ts';
import { headLine, headsIn } from './headLine.ts';
import { verifyAudit } from './verifyAudit.ts';

const DONE = 0;
const FAILED = 1;
/** A line about progress is printed after this many rows. */
const SAY_EVERY = 100_000;

/** Checks the audit, or prints its head so that it can be kept outside. Rule ADT3. */
export const audit: Command = {
  usage: 'verify [--witness FILE] | head [--mail ADDRESS]',
  summary:
    'Finds rows of the audit that were changed, removed or moved; prints or mails its head, to be kept elsewhere',
  run: async (args, terminal) => {
    const asked = readArgs(args);
    return runOn(await openWithoutKeys(terminal.env), terminal, ({ db }) =>
      asked.task === 'head' ? tellHead(db, asked.mail, terminal) : verify(db, asked.witness, terminal),
    );
  },
};

function readArgs(args: readonly string[]) {
  const options = { witness: { type: 'string' }, mail: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [task, ...more] = positionals;
  if ((task !== 'verify' && task !== 'head') || more.length > 0)
    throw new UsageError('Say what to do: verify or head.');
  if (task === 'verify' && values.mail !== undefined) throw new UsageError('Only a head can be mailed.');
  if (task === 'head' && values.witness !== undefined) throw new UsageError('Only verify takes a witness.');
  return { task, ...values };
}

async function verify(db: Db, witness: string | undefined, { print, complain }: Terminal): Promise<number> {
  const witnessed = witness === undefined ? [] : await readWitness(witness);
  if (typeof witnessed === 'string') {
    complain(witnessed);
    return FAILED;
  }
  let said = 0;
  const { fault, head } = await verifyAudit(db, witnessed, (rows) => {
    if (rows < said + SAY_EVERY) return;
    said = rows;
    print(`Checked ${rows} rows …`);
  });
  if (fault !== undefined) {
    complain(`${IN_WORDS[fault.is](fault.seq)} The ${head.seq} rows before it are as they were written.`);
    return FAILED;
  }
  print(
    `The audit is whole: ${counted(head.seq, 'row')}, none changed, removed or moved. Its head is:\n${headLine(head)}`,
  );
  if (witness === undefined) print('Whether rows are missing at the end is known only with --witness FILE.');
  else print(`It contains every head of ${witness}.`);
  return DONE;
}

const IN_WORDS: { readonly [I in AuditFault['is']]: (seq: number) => string } = {
  missing: (seq) => `Row ${seq} of the audit is missing.`,
  changed: (seq) => `Row ${seq} of the audit was changed, put in or moved.`,
  'not-as-witnessed': (seq) => `The audit was made again: row ${seq} is not the one whose head was kept.`,
};

async function readWitness(file: string): Promise<readonly AuditHead[] | string> {
  const text = await readTextFile(file);
  if (!text.ok) return text.error.message;
  const heads = headsIn(text.value);
  return heads.length > 0 ? heads : `${file} contains no head of an audit, like the line that audit head prints.`;
}

async function tellHead(db: Db, mail: string | undefined, { env, print, complain }: Terminal): Promise<number> {
  const line = headLine(await createSqlAuditLog(db).head());
  if (mail === undefined) {
    print(line);
    return DONE;
  }
  const { mail: server } = readConfig(env);
  if (server === undefined) {
    complain('No mail can be sent: set SMTP_URL and MAIL_FROM.');
    return FAILED;
  }
  await sendHead(openMail(server), mail, line);
  print(`Sent to ${mail}.`);
  return DONE;
}

async function sendHead(send: SendMail, address: string, line: string): Promise<void> {
  const text = `${line}\n\nKeep this message. It shows later whether rows of the audit were removed or replaced:\nsave it as a file and run: npm run earshot -- audit verify --witness FILE\n`;
  await send({ to: { name: '', address }, subject: 'Head of the audit', text });
}
