import type { Chapter } from './requirement.ts';

export const FILES: Chapter = {
  id: 'V5',
  about: 'Files',
  rows: [
    {
      id: 'V5.1.1',
      asks: 'Which files may be sent, and how large, is written down',
      met: ['docs/decisions/0027-a-map-for-imports.md', 'shared/imports/codedFile.ts', 'shared/protocol/imports.ts'],
    },
    {
      id: 'V5.2.1',
      asks: 'Files are accepted only up to a size that does no harm',
      met: [
        [
          'server/http/requestLimits.test.ts',
          '[WIR3] a body that is too large is refused by every route that takes one',
        ],
        ['shared/imports/foreignFiles.test.ts', 'is refused by name: %s'],
        ['shared/imports/importedCodings.test.ts', 'the cost of an import grows no faster than its codes and spans'],
      ],
    },
    {
      id: 'V5.2.2',
      asks: 'The content of a file is what it is said to be',
      met: [
        'shared/imports/readCodedFile.ts',
        ['shared/imports/foreignFiles.test.ts', 'bytes of any kind, and any JSON and XML, never make the reader throw'],
      ],
      note: 'The content alone decides; the name of a file means nothing.',
    },
    {
      id: 'V5.2.3',
      asks: 'Compressed files are measured before they are unpacked',
      met: ['shared/imports/readCodedFile.ts', ['shared/imports/foreignFiles.test.ts', 'is refused by name: %s']],
      note: 'A compressed file is refused.',
    },
    {
      id: 'V5.3.1',
      asks: 'Files that people sent are never run',
      notApplicable: 'No file that somebody sent is stored: the page reads it, and its codes become facts.',
    },
    {
      id: 'V5.3.2',
      asks: 'Paths come from us and not from names of files',
      met: [
        'server/recording/store/createFileRecordingStore.ts',
        ['server/http/servePages.test.ts', '%s is not there'],
      ],
    },
    {
      id: 'V5.4.1',
      asks: 'Names that people gave to files are ignored, and downloads have ours',
      met: ['shared/exports/exportTable.ts', 'server/http/exportAnswers.ts', 'server/http/recordingExportAnswers.ts'],
    },
    {
      id: 'V5.4.2',
      asks: 'Names of downloads cannot break their header',
      met: ['shared/exports/exportTable.ts', 'server/exports/familyCopy/familyCopyDesk.ts'],
      note: 'A name has a day and the start of an id.',
    },
    {
      id: 'V5.4.3',
      asks: 'Files from people are scanned for viruses before others get them',
      notApplicable: 'No file that somebody sent reaches anybody else.',
    },
  ],
};
