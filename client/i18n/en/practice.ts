/** Coding alone, scored against a key. */
export const words = {
  title: 'Practice',
} as const;
