/** The formats in which a session can be exported. */
export const words = {
  open: 'Export',
  title: 'Export this session',
  lead: 'Each export is recorded in the session’s log with your name. Store the file with your clinic’s records.',
  download: 'Download',
  downloadOf: 'Download {{name}}',
  saved: '{{file}} was downloaded.',
  refused: 'The file could not be created.',
  unshown_one: 'The PDF can’t show every letter of this name: {{names}}. Missing letters appear as �.',
  unshown_other: 'The PDF can’t show every letter of these names: {{names}}. Missing letters appear as �.',
  formats: {
    pdf: {
      name: 'Report for the record',
      what: 'PDF to file or print: counts, criteria with their sources, corrections, sign-off.',
    },
    csv: { name: 'Table', what: 'CSV for R, Python or a spreadsheet: every coder’s codes, one event per row.' },
    transcript: {
      name: 'Coded transcript',
      what: 'The record of the first caregiver, to score, compare or import elsewhere.',
    },
    eaf: { name: 'ELAN', what: 'An annotation document with a tier for each coder, to use with a video.' },
    boris: { name: 'BORIS', what: 'A project with the codes as an ethogram and an observation for each coder.' },
    sdis: { name: 'GSEQ', what: 'Timed sequences in SDIS, for sequential analysis.' },
    vtt: { name: 'Captions', what: 'WebVTT: each code at its time, to show as captions of a recording.' },
    fhir: {
      name: 'Health record',
      what: 'A FHIR R4 bundle of counts and criteria. It names the child by initials only.',
    },
  },
  recording: {
    name: 'Recording',
    what: 'One WebM file in session time. It is black and silent where nothing was recorded. Exported ELAN and BORIS files refer to it.',
    for: 'What is it for?',
    contents: 'It contains {{tracks}}: what the people in it agreed to for this purpose.',
    gone: 'The file was deleted, because it was downloaded or is more than an hour old. The recording itself is kept, so you can create the file again.',
    make: 'Create the file',
    making: 'Creating the file: {{percent}}%. You can close this and come back later.',
    progress: 'Progress of the file',
    stop: 'Stop',
    ready:
      'The file is ready, about {{megabytes}} MB. It is deleted from the server when you download it, or after an hour.',
    download: 'Download the recording',
    map: 'Download its map to session time',
    again: 'Create it again',
    failed: {
      withdrawn: 'The consent was withdrawn, so the unfinished file was deleted.',
      unchecked:
        'Earshot couldn’t check whether the consent is still valid, so the unfinished file was deleted. The recording itself is kept. Try again.',
      fault: 'The file could not be created. The recording itself is kept. Try again.',
    },
    refused: {
      'nothing-recorded': 'Nothing was recorded in this session.',
      'no-consent': 'The consent to the recording was withdrawn, so it can’t be exported.',
      'no-ffmpeg':
        'The file can’t be created, because ffmpeg is not installed on the server. You can watch the recording in the review.',
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
