/** The files that a session can leave as. */
export const words = {
  open: 'Export',
  title: 'Export this session',
  lead: 'Each export is noted in the session’s log, with your name. Keep the file where the clinic keeps its records.',
  download: 'Download',
  downloadOf: 'Download {{name}}',
  saved: '{{file}} was downloaded.',
  refused: 'The file was not made.',
  formats: {
    pdf: {
      name: 'Report for the record',
      what: 'PDF to file or print: counts, criteria with their sources, corrections, sign-off.',
    },
    csv: { name: 'Table', what: 'CSV for R, Python or a spreadsheet: every coder’s codes, one event to a row.' },
    transcript: {
      name: 'Coded transcript',
      what: 'The record of the first caregiver, to score, compare or bring back elsewhere.',
    },
    eaf: { name: 'ELAN', what: 'An annotation document with a tier for each coder, to lay beside a video.' },
    boris: { name: 'BORIS', what: 'A project with the codes as an ethogram and an observation for each coder.' },
    sdis: { name: 'GSEQ', what: 'Timed sequences in SDIS, for the analysis of what follows what.' },
    vtt: { name: 'Captions', what: 'WebVTT: each code at its time, to show below a recording.' },
    fhir: {
      name: 'Health record',
      what: 'A FHIR R4 bundle of counts and criteria. Of the child it has initials alone.',
    },
  },
} as const;
