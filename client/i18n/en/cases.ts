/** The sessions that wait for review, and how coders agree over time. */
export const words = {
  title: 'Reviews',
  lead: 'Finished sessions: those that wait for a sign-off first, the oldest of them on top.',
  leadOwn: 'Your finished sessions, and what became of them in supervision.',
  coders: 'Coders over time',
  filter: { label: 'Show', waiting: 'Waiting ({{count}})', done: 'Signed off ({{count}})' },
  empty: {
    waiting: { title: 'Nothing waits for review', text: 'A session comes here when it has ended.' },
    done: { title: 'Nothing is signed off yet', text: 'A session comes here once a supervisor has signed it off.' },
  },
  row: {
    review: 'Review',
    reviewOf: 'Review the session of {{family}} on {{when}}',
    therapist: 'with {{name}}',
    recorded: '{{length}} recorded',
    notRecorded: 'not recorded',
    codings_one: '{{count}} second coding',
    codings_other: '{{count}} second codings',
    comments_one: '{{count}} comment',
    comments_other: '{{count}} comments',
    fidelity: 'fidelity {{percent}}',
    signedOff: 'Signed off by {{name}}, {{when}}',
    waits: 'Waiting since {{when}}',
  },
} as const;
