export const words = {
  ask: 'Why? Rule {{id}}',
  askAbout: 'Why? {{about}}',
  local: 'local rule',
  assumed: 'assumed',
  localMeans: 'No source that we could read confirms this. It is a choice of this product or of your clinic.',
  clinicGoal: 'A goal that your clinic added to its copy of the program.',
  figures: 'Found: {{figures}}',
  source: 'Source: {{source}}',
  confidence: {
    published: 'Published: read in this source.',
    reported: 'Reported by a secondary source. The manual itself was not available to us; ask a certified trainer.',
    assumed:
      'Assumed: we take this to be the published value, and nothing that we could read confirms it. Ask a certified trainer.',
    ours: 'Ours: a choice of this product, and not clinical doctrine. Ask a certified trainer.',
    changed: 'Your clinic changed the goal in its copy, so it is a practice goal and no longer called mastery.',
    clinic: 'Your clinic’s own: a practice goal, and not mastery.',
  },
} as const;
