import type { Chapter } from './requirement.ts';

export const ENCODING: Chapter = {
  id: 'V1',
  about: 'Encoding and sanitizing',
  rows: [
    {
      id: 'V1.1.1',
      asks: 'Input is decoded once, before it is checked',
      met: [
        'server/http/answerRoutes.ts',
        ['server/http/guard.test.ts', 'the answer to %s is kept in no cache, and is no page'],
        'shared/protocol/decodeText.test.ts',
        'shared/imports/readXml.ts',
      ],
    },
    {
      id: 'V1.1.2',
      asks: 'Output is escaped last, or by what reads it',
      met: ['shared/exports/writeXml.ts', 'shared/exports/familyCopy/htmlPage.ts', 'client/trustedTypes.ts'],
      note: 'Screens are React, which escapes text.',
    },
    {
      id: 'V1.2.1',
      asks: 'HTML, XML and headers are escaped for their context',
      met: [
        ['shared/exports/exportsOfAnyText.test.ts', 'any text makes a valid ELAN document that contains the words'],
        'shared/exports/familyCopy/htmlPage.ts',
        'shared/exports/exportTable.ts',
      ],
    },
    {
      id: 'V1.2.2',
      asks: 'Addresses that are built are escaped, and only safe schemes are used',
      met: [
        ['shared/protocol/http/routes.test.ts', 'an address has what its path names, escaped, and its query'],
        'client/ui/telephoneLink.test.ts',
      ],
    },
    {
      id: 'V1.2.3',
      asks: 'JSON and scripts that are built are escaped',
      met: [
        [
          'shared/exports/exportsOfAnyText.test.ts',
          'any text makes valid WebVTT, readable JSON, and SDIS with the right number of sequences',
        ],
        'server/http/answerRoutes.ts',
      ],
      note: 'No script is ever built.',
    },
    {
      id: 'V1.2.4',
      asks: 'Queries of the database have parameters',
      met: ['server/storage/openDatabase.ts', 'server/storage/sqlFamilyRecords.ts', 'server/storage/tiedFamilies.ts'],
      note: 'Kysely builds every query.',
    },
    {
      id: 'V1.2.5',
      asks: 'Nothing from outside becomes part of a command of the system',
      met: ['server/recording/ffmpeg/ffmpegProcess.ts', 'server/speech/transcribeRecording.ts'],
      note: 'Programs get lists of arguments. The one shell script is fixed text.',
    },
    { id: 'V1.2.6', asks: 'No LDAP injection', notApplicable: 'There is no LDAP.' },
    { id: 'V1.2.7', asks: 'No XPath injection', notApplicable: 'There is no XPath.' },
    { id: 'V1.2.8', asks: 'LaTeX is run safely', notApplicable: 'There is no LaTeX.' },
    {
      id: 'V1.2.9',
      asks: 'Special characters in regular expressions are escaped',
      notApplicable: 'No expression is made from what somebody sent.',
    },
    { id: 'V1.3.1', asks: 'HTML that people write is cleaned', notApplicable: 'Nobody can write HTML.' },
    {
      id: 'V1.3.2',
      asks: 'No eval or other execution of text',
      met: [
        ['server/http/guard.test.ts', 'pages may load and talk to nothing but ourselves'],
        'server/http/guard.ts',
        'client/trustedTypes.ts',
      ],
    },
    {
      id: 'V1.3.3',
      asks: 'What reaches a dangerous place is cleaned and cut to length first',
      met: [
        [
          'shared/protocol/everyName.test.ts',
          'every name is cleaned; an invisible one is refused where it is typed, and accepted where it is already stored',
        ],
        [
          'shared/exports/exportsOfAnyText.test.ts',
          'any text is restored from CSV as it was, and no cell begins like a formula',
        ],
      ],
    },
    { id: 'V1.3.4', asks: 'SVG that people send is cleaned', notApplicable: 'Nobody can send a picture.' },
    {
      id: 'V1.3.5',
      asks: 'Markdown, CSS and templates that people send are cleaned',
      notApplicable: 'All text is shown as plain text.',
    },
    {
      id: 'V1.3.6',
      asks: 'The server requests no address that somebody sent',
      notApplicable: 'It calls only the mail server and the identity provider of its settings.',
    },
    { id: 'V1.3.7', asks: 'No template is built from input', notApplicable: 'There is no template language.' },
    { id: 'V1.3.8', asks: 'No JNDI injection', notApplicable: 'There is no JNDI.' },
    { id: 'V1.3.9', asks: 'No memcache injection', notApplicable: 'There is no memcache.' },
    {
      id: 'V1.3.10',
      asks: 'No input becomes a format string',
      notApplicable: 'Texts are made with templates of JavaScript and with i18next, from our own words.',
    },
    {
      id: 'V1.3.11',
      asks: 'No input adds a header or an address to a mail',
      met: [['server/mail/sendMail.test.ts', 'a name cannot add an address or a header']],
    },
    {
      id: 'V1.4.1',
      asks: 'Memory is handled safely',
      open: 'Our code is TypeScript, except for a small layer of C in the media worker that tools/mediasoup-worker builds. Nothing tries that layer, or ffmpeg, with random input.',
    },
    {
      id: 'V1.4.2',
      asks: 'Numbers are checked for range',
      met: ['shared/protocol/contract.ts', 'shared/protocol/media.ts', 'shared/protocol/semanticFaults.ts'],
    },
    {
      id: 'V1.4.3',
      asks: 'Memory is freed, and not used after that',
      notApplicable: 'Our code is memory-managed. Streams and files close with their request.',
    },
    {
      id: 'V1.5.1',
      asks: 'XML is read without external entities',
      met: ['shared/imports/readXml.ts', ['shared/imports/foreignFiles.test.ts', 'entities that grow']],
    },
    {
      id: 'V1.5.2',
      asks: 'What is read from outside can become only known types',
      met: [
        ['shared/imports/foreignFiles.test.ts', 'bytes of any kind, and any JSON and XML, never make the reader throw'],
        'server/sockets/gate.ts',
      ],
      note: 'Only JSON, parsed by a schema.',
    },
  ],
};
