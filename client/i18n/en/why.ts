export const words = {
  ask: 'Why? Rule {{id}}',
  askAbout: 'Why? {{about}}',
  local: 'local rule',
  assumed: 'assumed',
  localMeans: 'No source that we could read confirms this. It is a choice made by Earshot or by your clinic.',
  clinicGoal: 'A goal that your clinic added to its copy of the program.',
  figures: 'Found: {{figures}}',
  source: 'Source: {{source}}',
  confidence: {
    published: 'Published in this source.',
    reported: 'Reported by a secondary source. We could not read the manual itself. Ask a certified trainer.',
    assumed: 'Assumed to be the published value. No source that we could read confirms it. Ask a certified trainer.',
    ours: 'A choice made by Earshot, not clinical doctrine. Ask a certified trainer.',
    changed: 'Your clinic changed this goal in its copy, so it is a practice goal and no longer counts as mastery.',
    clinic: 'Your clinic added this goal. It is a practice goal, not mastery.',
  },
} as const;
