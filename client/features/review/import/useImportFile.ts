import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/imports/readCodedFile.ts';

/** A chosen file: being read, read, or why it cannot be read. */
type ChosenFile =
  | { readonly is: 'none' }
  | { readonly is: 'reading' }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'read'; readonly name: string; readonly count: number; readonly content: ImportFile };

/** Reads a file in this page. Nothing is sent before somebody has said what its words mean. */
export function useImportFile() {
  const { t } = useTranslation('imports');
  const [chosen, setChosen] = useState<ChosenFile>({ is: 'none' });

  // A slow file must not replace one that was chosen later.
  const last = useRef(0);

  async function choose(file: File): Promise<void> {
    last.current += 1;
    const count = last.current;
    const settle = (now: ChosenFile) => {
      if (count === last.current) setChosen(now);
    };
    setChosen({ is: 'reading' });
    try {
      // The readers are loaded on demand, because most reviews import nothing.
      const [{ readCodedFile }, { MAX_BYTES }] = await Promise.all([
        import('#shared/imports/readCodedFile.ts'),
        import('#shared/imports/codedFile.ts'),
      ]);
      // One byte above the limit is enough to know that it is too large.
      const bytes = await file.slice(0, MAX_BYTES + 1).arrayBuffer();
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
