/** What opens at the side of the console. */
export const panelWords = {
  panel: {
    close: 'Close',
    tools: 'At the side',
    people: 'People',
    notes: 'Notes',
    help: 'Keys',
    safety: 'Safety',
    unconfirmed: 'not confirmed yet',
    library: 'Prompts',
    recording: 'Recording',
    pause: 'Why does the clock stand still?',
    override: 'Open without an ear check',
    pair: 'Connect a phone as earphones',
    leave: 'Close in the middle?',
    window: 'The window as a whole',
    lead: 'Hand over the lead',
  },
  level: {
    none: 'Play commands, not at home yet',
  },
  observation: {
    clock: 'Between situations',
    silent: 'You are silent: in an observation nobody coaches.',
    between: 'No coaching in an observation. You can write what comes next.',
    label: 'The situation that is watched',
    now: '{{situation}} with {{name}}',
    next: 'Next: {{situation}} with {{name}}. Say:',
    watch: 'Code what you see and say nothing: nobody is coached here.',
    alone: '{{name}} must not watch or listen.',
    child: 'your child',
  },
};
