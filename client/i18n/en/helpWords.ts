/** The console’s own help: what to do now, and what the keys do. */
export const helpWords = {
  guide: {
    label: 'What to do now',
    hide: 'Hide tips',
    again: 'Show tips for each phase',
    'nobody-in': 'Nobody from the family is here yet. If they can’t find their link, choose “Send the link” below.',
    knock: 'Someone from the family is waiting. Let them in, then start check-in.',
    'family-in': 'The family is in. Start check-in when you are ready. You can talk to them from then on.',
    'check-in':
      'Hold Space or the Talk button to talk. Ask about the week and about practice at home, and have the parent check the earphones. Then start coding.',
    coding: 'Stay silent, and press one key for each thing that the parent says. Coding ends when the clock runs out.',
    'coding-paused': 'The clock is paused and no codes count. You can talk to the family. Press {{pause}} to resume.',
    coaching:
      'Hold Space or the Whisper button to speak to the parent. In a few words, praise what they do well or say what to try next.',
    'between-situations':
      'There is no coaching in an observation. Read out what comes next, then start that situation.',
    feedback:
      'Tell the parent what went well, and agree on practice at home. Then close the session to see its report.',
  },
  help: {
    voice: 'Your voice',
    session: 'The session',
    prompts: 'Prompts',
    whisper: 'Hold to speak',
    latch: 'Keep your microphone on, or turn it off',
    next: 'Do what comes next',
    pause: 'Pause or resume coding',
    letIn: 'Let the waiting device in',
    write: 'Write a prompt',
    note: 'Notes',
    tools: 'Side panels',
    people: 'People',
    recording: 'Recording and consent',
    safety: 'Safety sheet',
    help: 'Keyboard shortcuts',
    sequence: 'Following a command through',
    follow: {
      done: 'The parent did the step that was due',
      complied: 'The child complied',
      refused: 'The child did not comply, or is not ready',
      noChance: 'The child had no fair chance',
      escape: 'The child left the chair',
      noise: 'Noise: restart the quiet time',
      say: 'Send the parent the words to say',
      notEffective: 'Mark the last direct command as not effective, or undo that',
      ruleBroken: 'A house rule was broken',
      stop: 'Stop the procedure at once',
    },
    close: 'Close the side panel',
    hold: 'Hold a button for one second if its action can’t be undone.',
    space: 'Space always turns on your microphone. To press a button, use Enter.',
  },
};
