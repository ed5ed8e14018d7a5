import type { AuditHead } from '#server/audit/auditChain.ts';

const HEADS = /\baudit (\d{1,15}) ([0-9a-f]{64})\b/g;

/** A head as one line, to be kept outside: in a file or a mail. */
export const headLine = ({ seq, hash }: AuditHead): string => `audit ${seq} ${hash.toString('hex')}`;

/** The heads in a text that was kept: a file of such lines, or a mail with one. */
export function headsIn(text: string): readonly AuditHead[] {
  // Mail breaks long lines with an equals sign.
  return [...text.replaceAll(/=\r?\n/g, '').matchAll(HEADS)].map(([, seq = '', hash = '']) => ({
    seq: Number(seq),
    hash: Buffer.from(hash, 'hex'),
  }));
}
