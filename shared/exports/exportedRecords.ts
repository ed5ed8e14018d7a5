import { type ExportedCode, type ExportedCoder, exportedCoders, exportedCodes } from './exportedCodes.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { distinct } from './distinct.ts';
import { plainLine } from './plainLine.ts';
import { coderTitle, type RecordKind, recordTitle, REVIEWED_TITLE } from './recordTitle.ts';

/**
 * What is compared with others: one coder's codes as given, those that they undid, or the session's record as reviewed,
 * which never changes a coder's own. Rules REL9, REV3.
 */
type ExportedRecord = {
  readonly of: RecordKind;
  /** Null for the record as reviewed, which belongs to no single coder. */
  readonly coder: ExportedCoder | null;
  /** A title that says whose record it is and what it holds; unique in the session. */
  readonly title: string;
  /** Each by the code that it has in this record, oldest first. */
  readonly codes: readonly RecordedCode[];
};

/** A code of a record: the code that it has there, and what happened to it in the session's record. */
export type RecordedCode = ExportedCode & { readonly standing: string };

/** The records of a session that have a code. The reviewed record exists once a review changed something. */
export function exportedRecords(scene: ExportScene): readonly ExportedRecord[] {
  const codes = exportedCodes(scene);
  const coders = exportedCoders(scene.state);
  const titles = distinct(coders.map(({ name, source }) => plainLine(coderTitle(name, source)).trim() || '–'));
  const given = coders.flatMap((coder, index): readonly ExportedRecord[] => {
    const own = codes.filter((code) => code.coder.recordId === coder.recordId && !code.added).map(asGiven);
    const title = titles[index] ?? coder.name;
    return [
      { of: 'given', coder, title: recordTitle(title, 'given'), codes: own.filter(({ undone }) => !undone) },
      { of: 'undone', coder, title: recordTitle(title, 'undone'), codes: own.filter(({ undone }) => undone) },
    ];
  });
  const isReviewed = codes.some(({ byLead, corrected, added }) => byLead && (corrected || added));
  const reviewed: ExportedRecord = {
    of: 'reviewed',
    coder: null,
    title: REVIEWED_TITLE,
    codes: isReviewed ? codes.filter(({ byLead, stands }) => byLead && stands).map(asReviewed) : [],
  };
  return [...given, reviewed].filter((record) => record.codes.length > 0);
}

function asGiven(code: ExportedCode): RecordedCode {
  return { ...code, standing: code.code, code: code.given, stream: code.givenStream };
}

function asReviewed(code: ExportedCode): RecordedCode {
  return { ...code, standing: code.code };
}
