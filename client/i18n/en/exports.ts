/** The files that a session can leave as. */
export const words = {
  open: 'Export',
  title: 'Export this session',
  lead: 'Each export is noted in the session’s log, with your name. Keep the file where the clinic keeps its records.',
  download: 'Download',
  downloadOf: 'Download {{name}}',
  saved: '{{file}} was downloaded.',
  refused: 'The file was not made.',
  unshown_one:
    'This name cannot be shown in full in the PDF: {{names}}. Each letter that is missing stands there as �.',
  unshown_other:
    'These names cannot be shown in full in the PDF: {{names}}. Each letter that is missing stands there as �.',
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
      what: 'A FHIR R4 bundle of counts and criteria. It names the child by initials only.',
    },
  },
  recording: {
    name: 'Recording',
    what: 'One WebM file in session time: {{tracks}}. Black and silent where nothing was recorded. ELAN and BORIS files name it.',
    agreed: '{{tracks}}, agreed to for {{purposes}}',
    agreedToNothingInCommon: '{{tracks}}: the people in it agreed to different purposes, and to none together',
    gone: 'The file is not here any more: it was downloaded, or an hour has passed. The recording itself is kept, so you can make the file again.',
    make: 'Make the file',
    making: 'The file is being made: {{percent}}%. You can close this and come back.',
    progress: 'How much of the file is made',
    stop: 'Stop',
    ready: 'The file is ready, about {{megabytes}} MB. It is deleted here once it was downloaded, or after an hour.',
    download: 'Download the recording',
    map: 'Its map to session time',
    again: 'Make it again',
    failed: {
      withdrawn: 'The consent was taken back. What was made is deleted.',
      unchecked:
        'It could not be looked up whether the consent still stands, so what was made is deleted. The recording itself is kept. Try again.',
      fault: 'The file could not be made. The recording itself is kept.',
    },
    refused: {
      'nothing-recorded': 'Nothing of this session was recorded.',
      'no-consent': 'The consent to the recording was taken back, so it cannot be exported.',
      'no-ffmpeg':
        'This machine cannot make the file: ffmpeg is not installed. The recording can be watched in the review.',
      erased: 'The recording was erased.',
    },
    track: {
      'room-video': 'picture',
      'room-audio': 'sound',
      'coach-voice': 'the coach’s voice as a second sound track',
    },
    purpose: { treatment: 'treatment', supervision: 'supervision', training: 'training', research: 'research' },
  },
} as const;
