/** The console’s own help: what to do now, and what the keys do. */
export const helpWords = {
  guide: {
    label: 'What to do now',
    hide: 'Hide tips',
    again: 'Show the tips for each phase again',
    'nobody-in':
      'Nobody from the family is here yet. If they look for their link, send it again: “Send the link”, below.',
    knock: 'Somebody from the family is at the door. Let them in, then begin check-in.',
    'family-in': 'The family is in. Begin check-in when you are ready: from then on you can talk to them.',
    'check-in':
      'Hold Space to talk: ask about the week and home practice, and have the parent check the earphones. Then start coding.',
    coding:
      'Stay silent, and press one key for each thing that the parent says. Coding ends by itself when the clock has run out.',
    'coding-paused': 'The clock stands still and no code counts. You may talk to the family; press {{pause}} to go on.',
    coaching: 'Hold Space to whisper to the parent, in a few words: praise what they do well, or say what to try next.',
    'between-situations': 'Nobody is coached in an observation. Read out what comes next, then start that situation.',
    feedback:
      'Tell the parent what went well, and agree on the home practice. Then close the session; its report follows.',
  },
  help: {
    voice: 'Your voice',
    session: 'The session',
    prompts: 'Prompts',
    whisper: 'Hold to speak',
    latch: 'Keep your voice open, or shut it',
    next: 'Do what comes next',
    pause: 'Pause or go on coding',
    letIn: 'Let the waiting device in',
    write: 'Write a prompt',
    note: 'Notes',
    tools: 'At the side',
    people: 'People',
    recording: 'Recording and consent',
    safety: 'Safety sheet',
    help: 'These keys',
    sequence: 'Following a command through',
    follow: {
      done: 'The step that is due was done',
      complied: 'The child complied',
      refused: 'The child did not, or is not ready',
      noChance: 'The child had no fair chance',
      escape: 'The child left the chair',
      noise: 'Noise: the quiet begins again',
      say: 'Send the parent what to say',
      notEffective: 'The last direct command was not effective; again takes it back',
      ruleBroken: 'A house rule was broken',
      stop: 'Stop the procedure at once',
    },
    close: 'Close what is open at the side',
    hold: 'What cannot be undone is held for a second.',
    space: 'Space is always your voice. Use Enter to press a button.',
  },
};
