import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/imports/readCodedFile.ts';

/** A file that somebody chose: being read, read, or why it cannot be. */
type ChosenFile =
  | { readonly is: 'none' }
  | { readonly is: 'reading' }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'read'; readonly name: string; readonly count: number; readonly content: ImportFile };

/** Reads a file on this page: what it holds goes nowhere before somebody has said what it means. */
export function useImportFile() {
  const { t } = useTranslation('imports');
  const [chosen, setChosen] = useState<ChosenFile>({ is: 'none' });

  // A file that takes long must not come after the one that was chosen instead.
  const last = useRef(0);

  async function choose(file: File): Promise<void> {
    last.current += 1;
    const count = last.current;
    const settle = (now: ChosenFile) => {
      if (count === last.current) setChosen(now);
    };
    setChosen({ is: 'reading' });
    try {
      // The readers come when they are needed; most reviews import nothing.
      const [{ readCodedFile }, { MOST_BYTES }] = await Promise.all([
        import('#shared/imports/readCodedFile.ts'),
        import('#shared/imports/codedFile.ts'),
      ]);
      // One byte more than is read tells that it is too large, without the rest of it.
      const bytes = await file.slice(0, MOST_BYTES + 1).arrayBuffer();
      const read = readCodedFile(new Uint8Array(bytes));
      settle(
        read.ok
          ? { is: 'read', name: file.name, count, content: read.value }
          : { is: 'refused', why: read.error.message },
      );
    } catch {
      settle({ is: 'refused', why: t('notReadable') });
    }
  }

  return { chosen, choose };
}
